import { own } from "../../../model/own";
import { builtInRoles } from "../../../model/rbac/built-in-roles";
import type { Mistake, Path } from "../../mistake";
import { RoleName } from "../../schema/names";
import { looksLike, seemsToBeginWith } from "../../text/look-alike";
import { didYouMean } from "../../text/suggestion";
import type { Rule } from "../rule";
import { grantsOf } from "./grants";

/** The names under `roles`. Kubernetes restores what is changed of its own roles. */
export const roleNames: Rule = function* ({ roles }) {
  for (const name of Object.keys(roles)) {
    const at = { path: ["roles", name], at: "key" } as const;
    for (const { message } of RoleName.safeParse(name).error?.issues ?? []) yield { ...at, must: message };
    if (builtInRoles.includes(name)) {
      yield { ...at, must: "must not be called like a role that Kubernetes has built in; grants name it as it is" };
    } else if (seemsToBeginWith(name, "system:")) {
      yield { ...at, must: 'must not begin with "system:", which Kubernetes reserves' };
    } else {
      const other = builtInRoles.find((role) => looksLike(name, role));
      if (other === undefined) continue;
      yield {
        ...at,
        must: `must not look like "${other}", which Kubernetes has built in: nobody could tell the two apart`,
      };
    }
  }
};

/** A binding to a role that is not there is valid, and gives nothing. */
export const grantedRoles: Rule = function* ({ clusters, roles }) {
  const made = Object.keys(roles);
  const known = [...made, ...builtInRoles];
  for (const { path, grant } of grantsOf(clusters)) {
    const { clusterRole, role } = grant;
    if (clusterRole !== undefined && isName(clusterRole) && !known.includes(clusterRole)) {
      yield unknownClusterRole([...path, "clusterRole"], clusterRole, made);
    }
    if (role === undefined || !isName(role)) continue;
    if (!made.includes(role)) yield unknownRole([...path, "role"], role, made);
    else if (own(roles, role)?.rules.some(({ nonResourceURLs }) => nonResourceURLs !== undefined)) {
      const must = "must name a role without nonResourceURLs, which a Role in a namespace cannot have";
      yield { path: [...path, "role"], must, hint: "grant it as clusterRole" };
    }
  }
};

/** What no role can be called is told by the schema. */
const isName = (name: string) => RoleName.safeParse(name).success;

function unknownClusterRole(path: Path, name: string, made: readonly string[]): Mistake {
  return {
    path,
    must: 'must name a role under "roles", or a ClusterRole that Kubernetes has built in',
    hint: didYouMean(name, [...made, ...builtInRoles]) ?? declare(name),
  };
}

function unknownRole(path: Path, name: string, made: readonly string[]): Mistake {
  const hint = builtInRoles.includes(name)
    ? `the ClusterRole ${name} in these namespaces is meant by clusterRole: ${name}`
    : (didYouMean(name, made) ?? declare(name));
  return { path, must: 'must name a role under "roles"', hint };
}

const declare = (name: string) =>
  `if the cluster has it already, write roles: { ${JSON.stringify(name)}: { existing: true } }`;
