import type { Access } from "../../config/schema/access";
import { presentGrants, receivers, type PlacedGrant } from "../../model/rbac/receivers";
import { rulesOf } from "../../model/rbac/own-role";
import type { Questions } from "../../sandbox/rbac/question";

type Grant = Access["clusters"][string]["grants"][number];

/** Of each list no more entries are told. */
const toldAtMost = 5;

/** What the answers say nothing about: people whom the file does not list, roles that it does not know, and what was left out. */
export const notAsked = (access: Access, questions: Questions): string[] => [
  ...unlistedMembers(access),
  ...unknownRoles(access),
  ...leftOut(questions),
];

function unlistedMembers(access: Access): string[] {
  const grants = presentGrants(access.clusters);
  return Object.entries(access.groups).flatMap(([key, { existing, rule }]) => {
    if (existing === undefined && rule === undefined) return [];
    const gets = grants.filter((grant) => receivers(access.groups, [grant]).has(key));
    if (gets.length === 0) return [];
    const why = rule === undefined ? "exists already" : "has a rule";
    return [
      `groups.${key} ${why}. Its members who are not in the file were not asked. They get: ${told(gets.map(inWords))}`,
    ];
  });
}

function unknownRoles(access: Access): string[] {
  const unknown = presentGrants(access.clusters).filter(
    ({ grant: { role, clusterRole = "" } }) =>
      rulesOf(
        access,
        role === undefined ? { kind: "ClusterRole", name: clusterRole } : { kind: "Role", name: role },
      ) === undefined,
  );
  const names = [...new Set(unknown.map(({ grant }) => nameOf(grant)))];
  return names.map((name) => {
    const grants = unknown.filter(({ grant }) => nameOf(grant) === name);
    return `Only the clusters know the rules of ${name}, so nothing was asked about: ${told(grants.map((one) => `${one.grant.group}: ${inWords(one)}`))}`;
  });
}

function leftOut({ atMost, leftOut: left }: Questions): string[] {
  if (left.length === 0) return [];
  const count = left.reduce((sum, one) => sum + one.count, 0);
  const where = told(left.map((one) => `${one.person} on ${one.cluster} (${String(one.count)})`));
  return [
    `At most ${String(atMost)} questions are asked about a person on a cluster. ${String(count)} were left out: ${where}`,
  ];
}

const nameOf = ({ role, clusterRole = "" }: Grant) => role ?? clusterRole;

/** `edit in team-a, team-b on prod`. */
function inWords({ cluster, grant }: PlacedGrant<Grant>): string {
  const where = grant.namespaces === undefined ? "" : ` in ${told(grant.namespaces)}`;
  return `${nameOf(grant)}${where} on ${cluster}`;
}

function told(entries: readonly string[]): string {
  const more = entries.length - toldAtMost;
  return `${entries.slice(0, toldAtMost).join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}
