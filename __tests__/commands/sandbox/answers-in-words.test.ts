import { answersInWords } from "../../../commands/sandbox/answers-in-words";
import { asExpected } from "../../../commands/sandbox/answered";
import { answered } from "./answered-by";

test("the table, why people were refused, what was not asked, and the count of the answers", () => {
  const refused = answered({ person: "bob@contoso.com", answer: { refused: "invalid bearer token" } });
  const text = answersInWords([answered(), refused], ["groups.infra exists already."]);
  expect(text.split("\n").slice(-3)).toEqual([
    "bob@contoso.com on prod: invalid bearer token",
    "groups.infra exists already.",
    "2 answers of the API servers, 1 other than the access file says",
  ]);
});

test("what only the cluster knows is not counted as wrong, and that is said", () => {
  const unknown = answered({ expected: "unknown", answer: "no" });
  expect(asExpected(unknown)).toBe(true);
  expect(asExpected(answered({ expected: "refused" }))).toBe(false);
  expect(answersInWords([unknown], []).split("\n").at(-1)).toBe(
    "1 answers of the API servers, 0 other than the access file says, 1 not judged: they hang on roles that only the cluster knows",
  );
});

test("without an API server nothing is counted but what was not asked is left away", () => {
  expect(answersInWords([], ["groups.infra exists already."])).toBe(
    "0 answers of the API servers, 0 other than the access file says",
  );
});
