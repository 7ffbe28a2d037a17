import { own } from "../../../model/own";
import { builtInRoles, systemRolesForPeople } from "../../../model/rbac/built-in-roles";
import type { Mistake, Path } from "../../mistake";
import { RoleName } from "../../schema/names";
import { lookAlikeOf, seemsToBeginWith } from "../../text/look-alike";
import { didYouMean } from "../../text/suggestion";
import type { Rule } from "../rule";
import { grantsOf } from "./grants";

const likeBuiltIn = lookAlikeOf(builtInRoles);

/** The names under `roles`. Kubernetes restores what is changed of its own roles. */
export const roleNames: Rule = function* ({ roles }) {
  for (const name of Object.keys(roles)) {
    const at = { path: ["roles", name], at: "key" } as const;
    for (const { message } of RoleName.safeParse(name).error?.issues ?? []) yield { ...at, must: message };
    if (builtInRoles.includes(name)) {
      yield {
        ...at,
        must: "must not have the name of a role that Kubernetes has built in; grants can name that role directly",
      };
    } else if (seemsToBeginWith(name, "system:")) {
      yield { ...at, must: 'must not begin with "system:", which Kubernetes reserves' };
    } else {
      const other = likeBuiltIn(name);
      if (other === undefined) continue;
      yield {
        ...at,
        must: `must not look like "${other}", which Kubernetes has built in: nobody could tell the two apart`,
      };
    }
  }
};
roleNames.brings = { "roles.*": "must be a name that Kubernetes accepts, and not look like one of its own roles" };

/** A binding to a role that is not there is valid, and gives nothing. */
export const grantedRoles: Rule = function* ({ clusters, roles }) {
  const made = Object.keys(roles);
  const known: Known = { made, all: [...made, ...builtInRoles] };
  const isKnown = new Set(known.all);
  for (const { path, grant } of grantsOf(clusters)) {
    const { clusterRole, role } = grant;
    if (clusterRole !== undefined && isName(clusterRole) && !isKnown.has(clusterRole)) {
      yield unknownClusterRole([...path, "clusterRole"], clusterRole, known);
    }
    if (role === undefined || !isName(role)) continue;
    if (!Object.hasOwn(roles, role)) yield unknownRole([...path, "role"], role, known);
    else if (own(roles, role)?.rules.some(({ nonResourceURLs }) => nonResourceURLs !== undefined)) {
      const must = "must name a role without nonResourceURLs, which a Role in a namespace cannot have";
      yield { path: [...path, "role"], must, hint: "grant it as clusterRole" };
    }
  }
};
grantedRoles.brings = {
  "clusters.*.grants[].clusterRole": "must name a role of this file or of Kubernetes",
  "clusters.*.grants[].role": "must name a role of this file without nonResourceURLs",
};

/** What no role can be called is told by the schema. */
const isName = (name: string) => RoleName.safeParse(name).success;

/** Names of roles: those of the file, and with those of Kubernetes. */
interface Known {
  readonly made: readonly string[];
  readonly all: readonly string[];
}

function unknownClusterRole(path: Path, name: string, { all }: Known): Mistake {
  return {
    path,
    must: 'must name a role under "roles", or a ClusterRole that Kubernetes has built in',
    hint: () => (name.startsWith("system:") ? ofKubernetes(name) : (didYouMean(name, all) ?? declare(name))),
  };
}

function unknownRole(path: Path, name: string, { made }: Known): Mistake {
  return {
    path,
    must: 'must name a role under "roles"',
    hint: () => {
      if (builtInRoles.includes(name))
        return `to grant the ClusterRole ${name} in these namespaces, write clusterRole: ${name}`;
      return didYouMean(name, made) ?? declare(name);
    },
  };
}

/** A name near to it is another role of Kubernetes' components, which is refused too. */
const ofKubernetes = (name: string) =>
  name === "system:masters"
    ? "this is a group of Kubernetes, not a role; cluster-admin is the role that may do everything"
    : (didYouMean(name, [...systemRolesForPeople.keys()]) ?? "Kubernetes reserves such names for its own components");

/** An access policy of EKS is for access entries of IAM; Kubernetes knows none of them. */
const accessPolicy = /^AmazonEKS\w*Policy$/;

const declare = (name: string) =>
  accessPolicy.test(name)
    ? "this is an access policy of EKS, not a role of Kubernetes; write one such as view, edit, admin or cluster-admin"
    : `if the cluster has it already, write roles: { ${JSON.stringify(name)}: { existing: true } }`;
