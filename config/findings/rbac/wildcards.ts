import { onceFor } from "../../../model/once-for";
import { own } from "../../../model/own";
import { knownRoles } from "../../../model/rbac/known-roles";
import type { PolicyRule } from "../../../model/rbac/policy-rule";
import { reachesCluster, strengthOf } from "../../../model/rbac/role-dangers";
import { written } from "../../mistake";
import { firstFew } from "../../text/first-few";
import type { Finder } from "../found";
import { givenRoles, whereInWords } from "./given-roles";

/** Roles of the file with a wildcard: what it covers grows with each version and each operator. */
export const wildcards: Finder = function* (access) {
  const known = knownRoles(access.roles);
  for (const given of givenRoles(access)) {
    const role = own(access.roles, given.name);
    const found = role === undefined || role.existing ? [] : wildIn(role.rules);
    if (found.length === 0) continue;
    const who = `${written(["groups", given.group])} ${whereInWords(given)}`;
    if (strengthOf(known, given.grant) === "cluster-admin") {
      const severity = reachesCluster(given.grant) ? "high" : "medium";
      yield [given.path, `is "${given.name}" for ${who}, a role that allows everything`, undefined, severity];
    } else {
      const places = firstFew(found.map((place) => written(["roles", given.name, "rules", ...place])));
      yield [given.path, `is "${given.name}" for ${who}, with a wildcard in ${places}`, undefined, "medium"];
    }
  }
};

/** The lists with a wildcard. */
const wildIn = onceFor((rules: readonly PolicyRule[]): readonly (string | number)[][] =>
  rules.flatMap((rule, index) =>
    (["verbs", "apiGroups", "resources", "nonResourceURLs"] as const)
      .filter((list) => rule[list]?.some((word) => word === "*" || (list === "nonResourceURLs" && word === "/*")))
      .map((list) => [index, list]),
  ),
);
