import { knownRoles } from "../../../model/rbac/known-roles";
import { presentGrants } from "../../../model/rbac/receivers";
import { dangersOf, systemNamespace, type GrantedRole } from "../../../model/rbac/role-dangers";
import type { Path } from "../../mistake";
import type { Access } from "../../schema/access";
import type { Warning } from "../warning";

/** `edit` and what holds it: kubernetes.io/docs/reference/access-authn-authz/rbac, "User-facing roles". */
const userFacing = ["edit", "admin"];

/** What `edit` and `admin` give in namespaces beyond what they say: once, at the first grant. */
export const editInNamespaces: Warning = function* (access) {
  for (const { path, grant, more } of firstInNamespaces(access, "built-in")) {
    yield [
      path,
      `is "${grant.clusterRole ?? ""}"${more}, which can read every secret and use every service account in its namespaces`,
      "So it has the rights of the strongest of them. Keep stronger service accounts in other namespaces.",
    ];
  }
};

/** The same of each role of the file, at its first grant. */
export const namespaceDangers: Warning = function* (access) {
  const roles = knownRoles(access.roles);
  for (const { path, grant, more } of firstInNamespaces(access, "own")) {
    const found = dangersOf(roles, { ...grant, namespaces: [] });
    if (found.length === 0) continue;
    const name = grant.clusterRole ?? grant.role ?? "";
    yield [
      path,
      `is "${name}"${more}: in its namespaces people ${found.map(({ danger }) => danger.inNamespaces).join("; ")}`,
    ];
  }
};

interface First {
  readonly path: Path;
  readonly grant: GrantedRole;
  /** How many other grants there are of the kind, to go on from the role; empty if there are none. */
  readonly more: string;
}

/** The first grant in namespaces of each role of the file, or of `edit` and `admin` together. */
function firstInNamespaces({ roles, clusters }: Access, whose: "own" | "built-in"): First[] {
  const first = new Map<string, { readonly path: Path; readonly grant: GrantedRole; others: number }>();
  for (const { path, grant } of presentGrants(clusters)) {
    const { clusterRole, role, namespaces } = grant;
    const name = clusterRole ?? role ?? "";
    const isOwn = Object.hasOwn(roles, name);
    // What holds in kube-system is told on its own.
    if (namespaces?.some((one) => one !== systemNamespace) !== true) continue;
    if (whose === "own" ? !isOwn : isOwn || !userFacing.includes(name)) continue;
    const key = isOwn ? name : "";
    const told = first.get(key);
    if (told !== undefined) told.others++;
    else first.set(key, { path: [...path, clusterRole === undefined ? "role" : "clusterRole"], grant, others: 0 });
  }
  return [...first.values()].map(({ others, ...told }) => ({
    ...told,
    more: others === 0 ? "" : ` (and in ${String(others)} more ${others === 1 ? "grant" : "grants"})`,
  }));
}
