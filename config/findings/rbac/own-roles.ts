import { knownRoles } from "../../../model/rbac/known-roles";
import { dangersOf, reachesCluster, strengthOf, type FoundDanger } from "../../../model/rbac/role-dangers";
import { written } from "../../mistake";
import type { Access } from "../../schema/access";
import type { Finder, ReportedAt } from "../found";
import { familyOf, type DangerFamily } from "./danger-families";
import { givenRoles, type GivenRole } from "./given-roles";
import { versionsInWords } from "./versions";

/** How many dangers of a role are put into words. */
const most = 3;

/** Roles of the file with which people give themselves rights, on a whole cluster or in kube-system. */
export const escalation: Finder = (access) => ofFamily(access, "escalation");

/** The same of roles with which people reach what a secret holds: by reading it, or by becoming whoever may. */
export const secretsReadable: Finder = (access) => ofFamily(access, "secrets-readable");

/** The same of roles that take away what keeps pods apart. */
export const loosenedProtection: Finder = (access) => ofFamily(access, "loosened-protection");

function* ofFamily(access: Access, family: DangerFamily): Iterable<ReportedAt> {
  for (const { given, dangers } of dangerous(access)) {
    if (!reachesCluster(given.grant)) continue;
    const found = dangers.filter(({ danger: { name } }) => name !== "wildcards" && familyOf[name] === family);
    if (found.length > 0) yield told(given, found);
  }
}

/** What a role of the file gives in other namespaces than kube-system. */
export const namespaceDangers: Finder = function* (access) {
  for (const { given, dangers } of dangerous(access)) if (!reachesCluster(given.grant)) yield told(given, dangers);
};

/** Every role of the file with a danger where it is given; of what allows everything `wildcards` tells. */
function* dangerous(access: Access): Iterable<{ given: GivenRole; dangers: readonly FoundDanger[] }> {
  const roles = knownRoles(access.roles);
  for (const given of givenRoles(access)) {
    if (!given.isOwn || strengthOf(roles, given.grant) === "cluster-admin") continue;
    const dangers = dangersOf(roles, given.grant);
    if (dangers.length > 0) yield { given, dangers };
  }
}

function told({ path, name, group, grant }: GivenRole, found: readonly FoundDanger[]): ReportedAt {
  const { namespaces } = grant;
  const inWords = found
    .slice(0, most)
    .map(({ danger }) => (namespaces === undefined ? danger.everywhere : (danger.inNamespaces ?? danger.everywhere)));
  const left = found.length - inWords.length;
  const more = left === 0 ? "" : `; and ${String(left)} more`;
  const where = namespaces === undefined ? "" : ` in ${namespaces.join(", ")}`;
  return [
    path,
    `is "${name}" for ${written(["groups", group])}${where}: people ${inWords.join("; ")}${more}`,
    versionsInWords(found.map(({ danger }) => danger)),
  ];
}
