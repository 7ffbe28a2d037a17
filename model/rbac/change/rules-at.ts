import { everybodys } from "../everybodys";
import { rulesOf } from "../own-role";
import type { PolicyRule } from "../policy-rule";
import { widenedRole, widestOf, type WidenedRole } from "../widened-roles";
import type { Atom } from "./atom";
import type { Side } from "./side";

/** What somebody may do in one place. */
export interface Rules {
  readonly rules: readonly PolicyRule[];
  /** Roles that only the cluster knows, by what identifies them. */
  readonly unknown: ReadonlySet<string>;
  /**
   * The role with all that OpenShift adds to any.
   *
   * @default - it adds to none
   */
  readonly widest: WidenedRole | undefined;
}

export const nothingAt: Rules = { rules: [], unknown: new Set(), widest: undefined };

/** What roles allow in a place, and with them what everybody may there who is let in. */
export function rulesAt({ access, cluster, rights, isIn }: Side, namespace: string | undefined): Rules {
  const here = namespace === undefined ? undefined : rights.inNamespaces.get(namespace);
  const rules: PolicyRule[] = isIn ? everybodys.map(({ rule }) => rule) : [];
  const unknown = new Set<string>();
  const widened: WidenedRole[] = [];
  for (const [name, { role }] of [...rights.everywhere, ...(here ?? [])]) {
    const known = rulesOf(access, role);
    if (known === undefined) unknown.add(name);
    else rules.push(...known);
    const wide = widenedRole(cluster, role);
    if (wide !== undefined) widened.push(wide);
  }
  return { rules, unknown, widest: widestOf(widened) };
}

/** Whoever may do this has whatever a role can give. */
export const everythingAt = (place: "cluster" | "namespace"): Atom[] => [
  { verb: "*", apiGroup: "*", resource: "*" },
  ...(place === "cluster" ? [{ verb: "*", url: "*" }] : []),
];
