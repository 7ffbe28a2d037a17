import type { Access } from "../../../../config/schema/access";
import { presentClusters } from "../../../../model/clusters/present-clusters";
import { answerBy } from "../../../../model/rbac/answer";
import { isOfCluster } from "../../../../model/rbac/built-in-resources";
import { everybodysRule } from "../../../../model/rbac/everybodys";
import { signInOn } from "../../../../model/rbac/sign-in";
import { decidingGrants, type Action, type UrlAction } from "../../../../model/rbac/verdict";
import { everybodyOf } from "../../../../model/users/people";
import { namespaces } from "./random-edits";

const named = ["pods", "pods/log", "pods/scale", "deployments", "deployments/scale", "nodes", "secrets", "things"];
const resources: readonly (readonly [apiGroup: string, resource: string])[] = [
  ...["", "apps"].flatMap((apiGroup) => named.map((resource) => [apiGroup, resource] as const)),
  ["", "pods/exec"],
  ["", "namespaces"],
  ["fresh.example.com", "things"],
  ["fresh.example.com", "things/scale"],
];

const isItself = (named: { readonly name?: string }, namespace: string) => named.name === namespace;

const actions: readonly (Action | UrlAction)[] = [
  ...["get", "list", "create", "delete", "frobnicate"].flatMap((verb) =>
    resources.flatMap(([apiGroup, resource]) =>
      [
        {},
        ...["web", "db", "other", ...(resource === "namespaces" ? namespaces : [])].map((name) => ({ name })),
      ].flatMap((named) =>
        [undefined, ...namespaces]
          // A request for what is in no namespace names none.
          .filter((namespace) => namespace === undefined || !isOfCluster(apiGroup, resource))
          // A request about one namespace is made in it.
          .filter((namespace) => resource !== "namespaces" || namespace === undefined || isItself(named, namespace))
          .map((namespace): Action => ({
            verb,
            apiGroup,
            resource,
            ...named,
            ...(namespace === undefined ? {} : { namespace }),
          })),
      ),
    ),
  ),
  ...["get", "post"].flatMap((verb) =>
    ["/metrics", "/healthz", "/logs", "/logs/x", "/logs/y", "/other"].map((url) => ({ verb, url })),
  ),
];

/** What is answered to somebody: roles that only the cluster knows, or whether it is allowed. */
type Answered = ReadonlyMap<string, ReadonlyMap<string, readonly Verdict[]>>;
type Verdict = true | readonly string[];

const no = actions.map((): readonly string[] => []);

/** With what the portal's chart binds, as if the file granted it. */
export function withChart(access: Access): Pick<Access, "clusters" | "roles"> {
  const { clusters, roles, portal } = access;
  const cluster = portal === undefined ? undefined : clusters[portal.cluster];
  if (portal?.groups.admin === undefined || cluster === undefined) return { clusters, roles };
  const bound = { group: portal.groups.admin, clusterRole: "cluster-admin", namespaces: [portal.namespace] };
  return { roles, clusters: { ...clusters, [portal.cluster]: { ...cluster, grants: [...cluster.grants, bound] } } };
}

/** By cluster and person the answer to each action. */
function answers(access: Access, people: readonly string[]): Answered {
  return new Map(
    presentClusters(access).map(([cluster]) => {
      const asked = actions.map((action) => {
        const deciding = {
          everybodys: everybodysRule(action),
          grants: decidingGrants(withChart(access), cluster, action),
        };
        return { action, deciding };
      });
      return [
        cluster,
        new Map(
          people.map((person): [string, readonly Verdict[]] => {
            if (signInOn({ access, cluster }, person).taken === "refused") return [person, no];
            return [
              person,
              asked.map(({ action, deciding }): Verdict => {
                const answer = answerBy(deciding, { access, cluster, action }, person);
                if (answer.verdict === "yes") return true;
                return "grants" in answer ? answer.grants.map(({ role }) => `${role.kind} ${role.name}`) : [];
              }),
            ];
          }),
        ),
      ];
    }),
  );
}

/** Who gains and who loses, as `person on cluster`, by asking a grid of questions. */
export function bruteForce(
  before: Access,
  after: Access,
): { readonly gains: Set<string>; readonly losses: Set<string> } {
  const people = [...new Set([...everybodyOf(before), ...everybodyOf(after)])];
  const [then, now] = [answers(before, people), answers(after, people)];
  const found = { gains: new Set<string>(), losses: new Set<string>() };
  for (const cluster of new Set([...then.keys(), ...now.keys()])) {
    for (const person of people) {
      const was = then.get(cluster)?.get(person) ?? no;
      const is = now.get(cluster)?.get(person) ?? no;
      if (was.some((one, index) => isMore(is[index]!, one))) found.gains.add(`${person} on ${cluster}`);
      if (was.some((one, index) => isMore(one, is[index]!))) found.losses.add(`${person} on ${cluster}`);
    }
  }
  return found;
}

const isMore = (one: Verdict, other: Verdict) =>
  other !== true && (one === true || one.some((role) => !other.includes(role)));
