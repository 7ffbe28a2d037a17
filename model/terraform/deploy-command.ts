import type { StackKind } from "../clusters/own-stack";
import { own } from "../own";

/** The stacks that a stack may come after: by its name or, where each cluster or client has one, by how that begins. */
const before: Readonly<Record<string, readonly string[]> & Record<`${StackKind}-`, readonly string[]>> = {
  people: ["users"],
  login: ["people"],
  attributes: ["users", "login"],
  leavers: ["users", "people", "attributes"],
  credentials: ["login"],
  portal: ["people", "login"],
  "client-": ["login"],
  "openshift-": ["login"],
  "eks-": ["login"],
  "rbac-": ["people"],
};

/**
 * The command that deploys stacks and all that they may come after: cdktf refuses to go without those, keeps their order,
 * and passes over names in braces that an access file has no stack for.
 */
export function deployCommand(...stacks: readonly string[]): string {
  const names = inOrder(stacks);
  return `npx cdktf deploy ${names.length === 1 ? names.join() : `'{${names.join(",")}}'`}`;
}

/** Puts other words in the place of such commands; `all` is "*" in them. */
export const withoutDeployCommands = (text: string, instead: (stacks: readonly string[] | "all") => string): string =>
  text.replace(/npx cdktf deploy (?:'([^']*)'|([a-z0-9-]+))/g, (_, quoted: string | undefined, plain: string) =>
    instead(quoted === "*" ? "all" : (quoted ?? plain).replace(/[{}]/g, "").split(",")),
  );

/**
 * The command that deploys one stack alone, once all that it comes after is deployed. The option holds for more than one
 * stack too, but then cdktf starts them all at once.
 */
export function deployAloneCommand(stack: string): string {
  return `npx cdktf deploy ${stack}${beforeOf(stack).length === 0 ? "" : " --ignore-missing-stack-dependencies"}`;
}

/**
 * The command that takes away what is on a cluster whose state is absent: these stacks come after nothing then.
 *
 * @param kind of its own stack; nothing where it has none
 */
export function withdrawCommand(cluster: string, kind: StackKind | undefined): string {
  return `npx cdktf deploy rbac-${cluster}${kind === undefined ? "" : ` ${kind}-${cluster}`}`;
}

/** Stacks of one access file that are to be deployed. */
export interface Deployed {
  /** Their names. */
  readonly stacks: readonly string[];
  /** The stacks of the file, or those of them that are known, each with those that it comes after. */
  readonly program: ReadonlyMap<string, { readonly dependencies: readonly string[] }>;
  /** Whether `program` has every stack of the file. */
  readonly isWhole: boolean;
  /** Whether states are kept elsewhere from now on; every stack then moves its own. */
  readonly movesStates: boolean;
}

/** The shortest command that deploys stacks of one access file, once its other stacks are deployed; nothing for none. */
export function shortestDeployCommand({ stacks, program, isWhole, movesStates }: Deployed): string | undefined {
  if (movesStates) return "npx cdktf deploy '*' --migrate-state";
  const [only] = stacks;
  if (only === undefined) return undefined;
  const all = withThoseBefore(program, stacks);
  if (stacks.length === 1 && all.length > 1) return deployAloneCommand(only);
  const everything = isWhole && all.length > 1 && all.length === program.size;
  return `npx cdktf deploy ${everything ? "'*'" : all.join(" ")}`;
}

/** The stacks and all that they do come after. Nobody waits for an association: it is named last. */
function withThoseBefore(program: Deployed["program"], stacks: readonly string[]): string[] {
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const one of program.get(name)?.dependencies ?? []) want(one);
  };
  for (const name of stacks) want(name);
  const names = [...program.keys()].sort((a, b) => Number(a.startsWith("eks-")) - Number(b.startsWith("eks-")));
  return inOrder(names).filter((name) => wanted.has(name));
}

/** The stacks and all that they may come after, each once and behind those. */
export function inOrder(stacks: readonly string[]): string[] {
  return [...new Set(stacks.flatMap((stack) => [...inOrder(beforeOf(stack)), stack]))];
}

function beforeOf(stack: string): readonly string[] {
  return own(before, stack) ?? own(before, stack.replace(/-.*/, "-")) ?? [];
}
