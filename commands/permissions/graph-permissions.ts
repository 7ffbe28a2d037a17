import { grouped } from "../../model/grouped";
import type { ApplicationPermission } from "../../model/permissions/application-permissions";
import type { Phase } from "../../model/permissions/need";
import type { StackPermissions } from "../../model/permissions/stack-permissions";

/** The permissions of an identity that deploys all of these stacks, each once with the stacks that need it. */
export function graphPermissions(
  stacks: readonly StackPermissions[],
  phase: Phase,
): ReadonlyMap<ApplicationPermission, readonly string[]> {
  const all = stacks.flatMap(({ stack, [phase]: { graph } }) => graph.map(({ permission }) => ({ stack, permission })));
  const found = [...grouped(all, ({ permission }) => permission)].sort(([a], [b]) => a.localeCompare(b));
  return new Map(found.map(([permission, needed]) => [permission, needed.map(({ stack }) => stack)]));
}
