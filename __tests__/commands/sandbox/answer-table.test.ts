import { answerTable, asExpected, refusals, type Answered } from "../../../commands/sandbox/answer-table";

const answered = (change: Partial<Answered> = {}): Answered => ({
  person: "ada@contoso.com",
  cluster: "prod",
  action: { verb: "list", resource: "pods", namespace: "team-a" },
  expected: "yes",
  answer: "yes",
  ...change,
});
const refused = answered({ person: "bob@contoso.com", answer: { refused: "invalid bearer token" } });

test("a line for each person and place, a column for each action", () => {
  const create = { verb: "create", resource: "deployments", namespace: "team-a" };
  const table = answerTable([answered(), answered({ action: create, expected: "no", answer: "no" })]);
  expect(table.split("\n").map((line) => line.replace(/[│ ]+/g, " ").trim())).toEqual([
    expect.stringContaining("─") as string,
    "person cluster namespace list pods create deployments",
    "ada@contoso.com prod team-a yes no",
    expect.stringContaining("─") as string,
  ]);
});

test("an answer that the access file does not say is marked, one that it cannot know is not", () => {
  expect(answerTable([answered({ answer: "no" })])).toContain("no !");
  expect(answerTable([refused])).toContain("refused !");
  expect(answerTable([{ ...refused, expected: "refused" }])).not.toContain("refused !");
  expect(asExpected(answered({ expected: "refused" }))).toBe(false);
  expect(asExpected(answered({ expected: "unknown", answer: "no" }))).toBe(true);
});

test("why somebody was refused is told once", () => {
  expect(refusals([refused, refused, answered()])).toEqual(["bob@contoso.com on prod: invalid bearer token"]);
});
