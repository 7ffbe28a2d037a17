import { pages, proseOf, read } from "./page";

/** Sentences, and cells of tables; what stands in backticks is one word. */
function sentencesOf(page: string): string[] {
  const parts = proseOf(page).split(/\n\s*\n|\n(?=[-*#|]|\d+\. )/);
  const cells = parts.flatMap((part) => (part.trimStart().startsWith("|") ? part.split("|") : [part]));
  return cells.flatMap((cell) =>
    cell
      .replace(/^[\s#*-]+/, "")
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/`[^`]*`(, `[^`]*`)*/g, "code")
      .replace(/\s+/g, " ")
      .split(/(?<=[.!?:;])\s|<br>/),
  );
}

const words = (sentence: string) => sentence.split(" ").filter((word) => /\w/.test(word)).length;

test.each(pages)("no sentence of %s has more than 25 words", (page) => {
  expect(sentencesOf(page).filter((sentence) => words(sentence) > 25)).toEqual([]);
});

// dangers.md is made of what the program says.
test.each(pages.filter((page) => page !== "docs/dangers.md"))("%s has no word that a learner stumbles over", (page) => {
  expect(proseOf(page).match(/\b(whom|whomever|so as|thereof|wherein)\b/gi)).toBeNull();
});

test("the README is a page that people finish", () => {
  expect(read("README.md").split("\n").length).toBeLessThanOrEqual(151);
});
