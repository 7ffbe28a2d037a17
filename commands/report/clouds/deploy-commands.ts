import { inOrder } from "../../../model/terraform/deploy-command";
import type { Program } from "./program";

/** What is to be deployed. */
export interface Deployed {
  /** Names of the stacks of which something changes. */
  readonly stacks: readonly string[];
  /** Whether the program has every stack of the access file. */
  readonly isWhole: boolean;
  /** Whether states are kept elsewhere from now on; every stack then moves its own. */
  readonly movesStates: boolean;
}

/**
 * The shortest command that deploys stacks of a program: cdktf refuses to leave out what they come after, unless one stack is
 * deployed alone. Nothing if there is nothing to deploy.
 */
export function deployCommandOf(program: Program, { stacks, isWhole, movesStates }: Deployed): string | undefined {
  if (movesStates) return "npx cdktf deploy '*' --migrate-state";
  const [only] = stacks;
  if (only === undefined) return undefined;
  const all = withThoseBefore(program, stacks);
  if (stacks.length === 1 && all.length > 1) return `npx cdktf deploy ${only} --ignore-missing-stack-dependencies`;
  const everything = isWhole && all.length > 1 && all.length === program.size;
  return `npx cdktf deploy ${everything ? "'*'" : all.join(" ")}`;
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
  // Nobody waits for an association: it is named last.
  const names = [...program.keys()].sort((a, b) => Number(a.startsWith("eks-")) - Number(b.startsWith("eks-")));
  return inOrder(names).filter((name) => wanted.has(name));
}
