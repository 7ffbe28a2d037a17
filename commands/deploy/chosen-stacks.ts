import { NoAnswer } from "../../config/no-answer";
import { didYouMean } from "../../config/text/suggestion";
import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";

/**
 * The stacks that somebody names: by name, with `*` for any letters, or some of them in braces, as cdktf takes them. Names
 * in braces that the file has no stack for are passed over.
 *
 * @param wanted nothing for all
 * @param deployed stacks that were deployed from here
 * @returns them in an order in which they can be deployed
 * @throws NoAnswer if a name is no stack
 */
export function chosenStacks(
  all: readonly SynthesizedStack[],
  wanted: readonly string[],
  deployed: readonly string[],
): SynthesizedStack[] {
  if (wanted.length === 0) return [...all];
  const names = all.map(({ name }) => name);
  const chosen = new Set(wanted.flatMap((pattern) => matching(pattern, names, deployed)));
  return all.filter(({ name }) => chosen.has(name));
}

function matching(pattern: string, names: readonly string[], deployed: readonly string[]): string[] {
  const [, before = "", inside, after = ""] = /^([^{]*)\{([^{}]*)\}([^}]*)$/.exec(pattern) ?? [];
  const patterns = inside === undefined ? [pattern] : inside.split(",").map((one) => `${before}${one.trim()}${after}`);
  const found = patterns.flatMap((one) => names.filter((name) => expressionOf(one).test(name)));
  if (found.length > 0) return found;
  if (deployed.includes(pattern)) {
    throw new NoAnswer(
      `The access file has no stack ${pattern} any more. Put its entry back as it was, run npx entra-eks destroy ${pattern}, then delete the entry.`,
    );
  }
  const hint = didYouMean(pattern, names);
  throw new NoAnswer(
    `There is no stack "${pattern}"${hint === undefined ? `; the stacks are ${names.join(", ")}` : `; ${hint}`}`,
  );
}

const expressionOf = (pattern: string) =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  );
