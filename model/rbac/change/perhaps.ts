import type { Cluster } from "../../../config/schema/access";
import type { RoleRef } from "../binding";
import { defaultRule } from "../openshift-defaults";
import { mayBeAdded, type WidenedRole } from "../widened-roles";
import { askedAt, type Atom } from "./atom";

/**
 * By what somebody may have a right that the file does not give: only the cluster knows. `added`: OpenShift adds rules to the role.
 * `everybodys`: OpenShift gives everybody the role, unless the cluster took it away.
 */
export interface Perhaps {
  readonly role: RoleRef;
  readonly because: "added" | "everybodys";
}

/** What may give somebody more than the file says. */
export interface MoreThanTold {
  readonly cluster: Cluster | undefined;
  readonly isIn: boolean;
  /** The widest role that somebody has in the place and to which OpenShift adds rules. */
  readonly widest: WidenedRole | undefined;
}

/**
 * By what somebody may do this in a place all the same.
 *
 * @param namespace where; `undefined` for the whole cluster
 */
export function perhapsBy(
  { cluster, isIn, widest }: MoreThanTold,
  atom: Atom,
  namespace: string | undefined,
): Perhaps | undefined {
  if (widest !== undefined && "resource" in atom && mayBeAdded(atom))
    return { role: { kind: "ClusterRole", name: widest }, because: "added" };
  const asked = askedAt(atom, namespace);
  const placed = "url" in asked || namespace === undefined ? asked : { ...asked, namespace };
  const byDefault = isIn ? defaultRule(cluster, placed) : undefined;
  return byDefault === undefined ? undefined : { role: byDefault.role, because: "everybodys" };
}
