import { inOrder } from "../../../model/terraform/deploy-command";
import type { Program } from "./program";

/**
 * The shortest command that deploys stacks of a program: cdktf refuses to leave out what they come after, unless one stack is
 * deployed alone. Nothing if there is nothing to deploy.
 *
 * @param stacks names of the stacks of which something changes
 * @param moves whether states are kept elsewhere from now on; every stack then moves its own
 */
export function deployCommandOf(program: Program, stacks: readonly string[], moves = false): string | undefined {
  if (moves) return "npx cdktf deploy '*' --migrate-state";
  const [only] = stacks;
  if (only === undefined) return undefined;
  const all = withThoseBefore(program, stacks);
  if (stacks.length === 1 && all.length > 1) return `npx cdktf deploy ${only} --ignore-missing-stack-dependencies`;
  return `npx cdktf deploy ${all.length > 1 && all.length === program.size ? "'*'" : all.join(" ")}`;
}

/** The stacks and all that they come after, in the order of the program. */
function withThoseBefore(program: Program, stacks: readonly string[]): string[] {
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const before of program.get(name)?.dependencies ?? []) want(before);
  };
  for (const name of stacks) want(name);
  return inOrder([...program.keys()]).filter((name) => wanted.has(name));
}
