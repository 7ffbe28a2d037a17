import type { ApplicationPermission } from "../../model/permissions/application-permissions";
import type { Phase } from "../../model/permissions/need";
import type { StackPermissions } from "../../model/permissions/stack-permissions";

/** The permissions of an identity that deploys all of these stacks, each once with the stacks that need it. */
export function graphPermissions(
  stacks: readonly StackPermissions[],
  phase: Phase,
): ReadonlyMap<ApplicationPermission, readonly string[]> {
  const found = new Map<ApplicationPermission, string[]>();
  for (const { stack, [phase]: permissions } of stacks) {
    for (const { permission } of permissions.graph) {
      found.set(permission, [...(found.get(permission) ?? []), stack]);
    }
  }
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b)));
}
