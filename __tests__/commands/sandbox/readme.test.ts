import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answersInWords } from "../../../commands/sandbox/answers-in-words";
import { notAsked } from "../../../commands/sandbox/not-asked";
import { questionsOf } from "../../../sandbox/rbac/question";
import { accessOf } from "../../access-text";

test("the README shows what the sandbox prints for the smallest file", () => {
  const readme = readFileSync(join(__dirname, "..", "..", "..", "README.md"), "utf8");
  const [, smallest = ""] = /```yaml\n([^]*?)```/.exec(readme) ?? [];
  const [, shown = ""] = /```\n(┌[^]*?)\n```/.exec(readme) ?? [];
  const access = accessOf(smallest);
  const asked = questionsOf(access);
  const answers = asked.questions.map((question) => ({
    ...question,
    answer: question.expected === "yes" ? ("yes" as const) : ("no" as const),
  }));
  expect(shown).toBe(answersInWords(answers, notAsked(access, asked)));
});
