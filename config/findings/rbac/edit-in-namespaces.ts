import { knownRoles } from "../../../model/rbac/known-roles";
import { dangersOf, systemNamespace } from "../../../model/rbac/role-dangers";
import { written } from "../../mistake";
import { firstFew } from "../../text/first-few";
import type { Finder } from "../found";
import { givenRoles } from "./given-roles";
import { versionsInWords } from "./versions";

/** `edit` and `admin`, which become every service account of a namespace: kubernetes.io/docs/reference/access-authn-authz/rbac, "User-facing roles". */
export const editInNamespaces: Finder = function* (access) {
  const roles = knownRoles(access.roles);
  for (const { isOwn, name, group, grant, path } of givenRoles(access)) {
    const namespaces = grant.namespaces?.filter((one) => one !== systemNamespace) ?? [];
    if (isOwn || name === "cluster-admin" || namespaces.length === 0) continue;
    const dangers = dangersOf(roles, { ...grant, namespaces });
    if (dangers.length === 0) continue;
    yield [
      path,
      `is "${name}", so ${written(["groups", group])} can read every secret and use every service account in ${firstFew(namespaces)}`,
      versionsInWords(dangers.map(({ danger }) => danger)),
    ];
  }
};
