import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { accessOf, mistakesIn } from "../access-text";
import { mutationsOf } from "./mutations";

const sample = readFileSync(join(__dirname, "..", "..", "access.yaml"), "utf8");
const access = accessOf(sample);

const all = mutationsOf(sample);
const wanted = Math.min(300, all.length);
const [chosen = []] = fc.sample(fc.shuffledSubarray(all, { minLength: wanted, maxLength: wanted }), {
  seed: 20261122,
  numRuns: 1,
});

test("there are 300 of them, of each kind", () => {
  expect(chosen).toHaveLength(300);
});

test("each is refused with a position and without a stack trace, or means what the sample means", () => {
  const wrong = chosen.filter(({ text, told }) => {
    const mistakes = mistakesIn(text);
    if (mistakes.length === 0) return JSON.stringify(accessOf(text)) !== JSON.stringify(access);
    const lines = mistakes.map((mistake) => /^access\.yaml:(\d+):\d+ /.exec(mistake)?.[1]);
    return lines.includes(undefined) || (told !== undefined && !lines.includes(String(told)));
  });
  expect(wrong.map(({ what, text }) => [what, ...mistakesIn(text)])).toEqual([]);
});
