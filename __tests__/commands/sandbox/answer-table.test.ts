import { answerTable } from "../../../commands/sandbox/answer-table";
import { answered } from "./answered-by";

const linesOf = (table: string) =>
  table
    .split("\n")
    .filter((line) => line.startsWith("│") && !line.includes("├"))
    .map((line) =>
      line
        .split("│")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test("a person and a cluster stand once, and places with the same answers share a line", () => {
  const secrets = { verb: "get", resource: "secrets", namespace: "team-a" };
  const table = answerTable([
    answered(),
    answered({ action: { verb: "list", resource: "pods", namespace: "team-b" } }),
    answered({ cluster: "stage", action: secrets, expected: "no", answer: "no" }),
    answered({ cluster: "stage", action: { verb: "delete", resource: "nodes" }, expected: "no", answer: "no" }),
    answered({ person: "bob@contoso.com" }),
  ]);
  expect(linesOf(table)).toEqual([
    ["person", "cluster", "where", "yes", "no"],
    ["ada@contoso.com", "prod", "team-a, team-b", "list pods", ""],
    ["", "stage", "team-a", "", "get secrets"],
    ["", "", "whole cluster", "", "delete nodes"],
    ["bob@contoso.com", "prod", "team-a", "list pods", ""],
  ]);
});

test("long lists are broken between entries, and what stands below each other belongs together", () => {
  const many = ["get", "list", "watch", "create", "update", "patch"].map((verb) =>
    answered({ action: { verb, resource: "poddisruptionbudgets", apiGroup: "policy", namespace: "team-a" } }),
  );
  const lines = linesOf(answerTable([...many, answered({ action: { verb: "get", url: "/metrics" } })]));
  expect(lines[1]).toEqual(["ada@contoso.com", "prod", "team-a", "get poddisruptionbudgets,"]);
  expect(lines.at(-2)).toEqual(["", "", "", "patch poddisruptionbudgets"]);
  expect(lines.at(-1)).toEqual(["", "", "URLs", "get /metrics"]);
});

test("an answer that the access file does not say is marked, one that it cannot know is not", () => {
  const refused = answered({ answer: { refused: "invalid bearer token" } });
  expect(linesOf(answerTable([answered({ answer: "no" })]))[1]?.at(-1)).toBe("list pods !");
  expect(linesOf(answerTable([refused]))).toEqual([
    ["person", "cluster", "where", "refused"],
    ["ada@contoso.com", "prod", "team-a", "list pods !"],
  ]);
  expect(answerTable([{ ...refused, expected: "refused" }])).not.toContain("!");
  expect(answerTable([answered({ expected: "unknown", answer: "no" })])).not.toContain("!");
});

test("a name and a group that Kubernetes does not have are told", () => {
  const action = { verb: "get", resource: "widgets", apiGroup: "example.com", name: "one" };
  expect(answerTable([answered({ action })])).toContain('get widgets.example.com "one"');
});
