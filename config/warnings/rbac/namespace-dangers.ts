import { knownRoles } from "../../../model/rbac/known-roles";
import { presentGrants } from "../../../model/rbac/receivers";
import { dangersOf, systemNamespace, type GrantedRole } from "../../../model/rbac/role-dangers";
import type { Path } from "../../mistake";
import type { Warning } from "../warning";

/** `edit` and what holds it: kubernetes.io/docs/reference/access-authn-authz/rbac, "User-facing roles". */
const userFacing = ["edit", "admin"];

/** What roles give in namespaces beyond what they say: once for `edit` and `admin`, once for each role of the file, at its first grant. */
export const namespaceDangers: Warning = function* (access) {
  const roles = knownRoles(access.roles);
  const first = new Map<string, { readonly path: Path; readonly grant: GrantedRole; others: number }>();
  for (const { path, grant } of presentGrants(access.clusters)) {
    const { clusterRole, role, namespaces } = grant;
    const name = clusterRole ?? role ?? "";
    const isUserFacing = !roles.has(name) && userFacing.includes(name);
    // What holds in kube-system is told on its own.
    if (namespaces?.some((one) => one !== systemNamespace) !== true || (!roles.has(name) && !isUserFacing)) continue;
    const key = isUserFacing ? "" : name;
    const told = first.get(key);
    if (told !== undefined) told.others++;
    else first.set(key, { path: [...path, clusterRole === undefined ? "role" : "clusterRole"], grant, others: 0 });
  }
  for (const [key, { path, grant, others }] of first) {
    const name = grant.clusterRole ?? grant.role ?? "";
    const more =
      others === 0 ? "" : ` (and in ${String(others)} more ${others === 1 ? "grant" : "grants"} of the kind)`;
    if (key === "") {
      yield [
        path,
        `is "${name}"${more}: in its namespaces it can become every service account there, and read every secret, so whoever has it has the rights of the strongest of them; keep stronger ones in other namespaces`,
      ];
      continue;
    }
    const found = dangersOf(roles, { ...grant, namespaces: [] });
    if (found.length === 0) continue;
    yield [
      path,
      `is "${name}"${more}: in its namespaces people ${found.map(({ danger }) => danger.inNamespaces).join("; ")}`,
    ];
  }
};
