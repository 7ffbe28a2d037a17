import type { Kind } from "../../config/schema/clusters/kinds";
import { own } from "../own";

/** The stacks that a stack may come after: by its name or, where each cluster has one, by how that begins. */
const before: Readonly<Record<string, readonly string[]>> = {
  people: ["users"],
  login: ["people"],
  attributes: ["users", "login"],
  leavers: ["users", "people", "attributes"],
  credentials: ["login"],
  portal: ["people", "login"],
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

/**
 * The command that deploys one stack alone, once all that it comes after is deployed. The option holds for more than one
 * stack too, but then cdktf starts them all at once.
 */
export function deployAloneCommand(stack: string): string {
  return `npx cdktf deploy ${stack}${beforeOf(stack).length === 0 ? "" : " --ignore-missing-stack-dependencies"}`;
}

/** The command that takes away what is on a cluster whose state is absent: these stacks come after nothing then. */
export function withdrawCommand(cluster: string, kind: Kind): string {
  return `npx cdktf deploy rbac-${cluster}${kind === "eks" ? ` eks-${cluster}` : ""}`;
}

/** The stacks and all that they may come after, each once and behind those. */
export function inOrder(stacks: readonly string[]): string[] {
  return [...new Set(stacks.flatMap((stack) => [...inOrder(beforeOf(stack)), stack]))];
}

function beforeOf(stack: string): readonly string[] {
  return own(before, stack) ?? own(before, stack.replace(/-.*/, "-")) ?? [];
}
