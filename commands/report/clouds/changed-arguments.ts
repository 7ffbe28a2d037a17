import { own } from "../../../model/own";
import { blockOf, type Block } from "./program";

/** What stands in a block for Terraform itself, and in no state. */
const ofTerraform: ReadonlySet<string> = new Set(["//", "count", "depends_on", "for_each", "lifecycle", "provider"]);

/**
 * The arguments that two blocks do not agree on, with those of inner blocks as `metadata.name`. A list is one argument.
 *
 * @param differs whether two values differ
 */
export function changedArguments(
  before: Block,
  after: Block,
  differs: (before: unknown, after: unknown) => boolean,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)].filter((name) => !ofTerraform.has(name)));
  return [...names].flatMap((name) => {
    const [old, now] = [own(before, name), own(after, name)];
    if (!differs(old, now)) return [];
    if (!isBlock(old) || !isBlock(now)) return [name];
    return changedArguments(blockOf(old), blockOf(now), differs).map((inside) => `${name}.${inside}`);
  });
}

const isBlock = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
