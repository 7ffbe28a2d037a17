import { AccessSchema, type Access } from "../../../../config/schema/access";
import { tenant } from "../../../access-text";
import { Chance } from "./random-edits";

const people = ["ada", "bob", "carol", "linus"].map((name) => `${name}@contoso.com`);
const members = [...people, "gus@fabrikam.com"];
const groups = ["devs", "ops", "leads", "theirs", "ruled"];
const namespaces = ["team-a", "team-b", "openshift"];
const roleNames = ["one", "two", "theirs-role"];

/** Kinds of one cluster: an entry may become any other of the same context, and only EKS is always another one. */
function kind(chance: Chance, key: string): object {
  const reached = { kubeconfig: "config", context: chance.below(6) === 0 ? "moved" : key };
  const openshift = (signIn: string, more: object = {}) => ({
    openshift: { ...reached, domain: `apps.${key}.contoso.com`, signIn, ...more },
  });
  const method = chance.of([{}, { mappingMethod: "lookup" }, { mappingMethod: "add" }]);
  return chance.of([
    { eks: { name: key, region: "eu-central-1" } },
    { kubernetes: reached },
    { aks: reached },
    openshift("external"),
    openshift("rosa-hcp"),
    openshift("oauth", { ...method, provider: chance.of(["entra", "contoso"]) }),
    openshift("rosa-classic", { ...method, clusterId: "2a3b4c5d6e7f8g9h" }),
  ]);
}

const rule = (chance: Chance): object =>
  chance.below(8) === 0
    ? { nonResourceURLs: chance.some(["/metrics", "*", "/version/x"], 2), verbs: chance.some(["get", "*"], 1) }
    : {
        apiGroups: chance.some(["", "apps", "route.openshift.io", "storage.k8s.io", "project.openshift.io", "*"], 2),
        resources: chance.some(
          ["pods", "routes", "secrets", "storageclasses", "projectrequests", "configmaps", "*"],
          3,
        ),
        verbs: chance.some(["get", "list", "create", "*"], 2),
        ...(chance.below(4) === 0 ? { resourceNames: chance.some(["web", "db"], 2) } : {}),
      };

const role = (chance: Chance) => ({ rules: Array.from({ length: 1 + chance.below(2) }, () => rule(chance)) });

const grant = (chance: Chance) => ({
  group: chance.of(groups),
  clusterRole: chance.of(["view", "edit", "admin", "cluster-admin", ...roleNames, ...roleNames]),
  ...(chance.below(3) === 0 ? {} : { namespaces: chance.some(namespaces, 2) }),
});

function cluster(chance: Chance, key: string) {
  const entry = kind(chance, key);
  const oauth = /"(oauth|rosa-classic)"/.test(JSON.stringify(entry)) || "aks" in entry;
  return {
    ...entry,
    state: chance.below(12) === 0 ? "absent" : "present",
    requiredClaims: !oauth && chance.below(4) === 0 ? chance.of([{ team: "a" }, { team: "b" }]) : {},
    grants: Array.from({ length: chance.below(5) }, () => grant(chance)),
  };
}

function written(chance: Chance) {
  return {
    tenant,
    login: {
      assignment: chance.of(["required", "optional"]),
      username: { claim: chance.of(["upn", "upn", "email", "oid"]) },
      groups: { emit: chance.of(["security", "security", "assigned"]) },
    },
    attributes: { team: {} },
    guests: ["gus@fabrikam.com"],
    users: {
      "ada@contoso.com": { attributes: { team: "a" } },
      "linus@contoso.com": chance.of([{}, {}, { left: true }]),
      ...(chance.below(3) === 0 ? { "nora@contoso.com": { create: { displayName: "Nora" } } } : {}),
    },
    groups: {
      devs: { members: chance.some(members, 4), groups: chance.below(2) === 0 ? ["leads"] : [] },
      ops: { members: chance.some(members, 4), groups: chance.below(2) === 0 ? ["theirs"] : [] },
      leads: { members: chance.some(members, 3) },
      theirs: { existing: true, members: chance.some(members, 1) },
      ruled: { rule: chance.of(['user.department -eq "IT"', 'user.department -eq "HR"']) },
    },
    roles: { one: role(chance), two: role(chance), "theirs-role": { existing: true } },
    clusters: Object.fromEntries(
      ["prod", "stage"].flatMap((key) => (chance.below(10) === 0 ? [] : [[key, cluster(chance, key)]])),
    ),
  };
}

/** Two files in which clusters are of every kind, and become others; about half of the second one is that of the first. */
export function everyKind(seed: number): { readonly before: Access; readonly after: Access } {
  const chance = new Chance(seed);
  const [before, other] = [written(chance), written(chance)];
  const mixed = <T extends object>(one: T, another: T): T =>
    Object.fromEntries(
      Object.entries({ ...another, ...one }).flatMap(([key, value]) =>
        chance.below(2) === 0 ? [[key, value]] : key in another ? [[key, another[key as keyof T]]] : [],
      ),
    ) as T;
  const after = {
    ...before,
    login: mixed(before.login, other.login),
    users: mixed(before.users, other.users),
    groups: { ...before.groups, ...mixed(before.groups, other.groups) },
    roles: { ...before.roles, ...mixed(before.roles, other.roles) },
    clusters: mixed(before.clusters, other.clusters),
  };
  return { before: AccessSchema.parse(before), after: AccessSchema.parse(after) };
}

const resources: readonly (readonly [apiGroup: string, resource: string, isInNamespaces: boolean])[] = [
  ["", "pods", true],
  ["", "secrets", true],
  ["", "configmaps", true],
  ["apps", "deployments", true],
  ["route.openshift.io", "routes", true],
  ["fresh.example.com", "things", true],
  ["storage.k8s.io", "storageclasses", false],
  ["project.openshift.io", "projectrequests", false],
];

/** What is asked of both files. */
export const actions = [
  ...resources.flatMap(([apiGroup, resource, isInNamespaces]) =>
    ["get", "list", "create", "frobnicate"].flatMap((verb) =>
      [undefined, ...(isInNamespaces ? [...namespaces, "elsewhere"] : [])].flatMap((namespace) =>
        [{}, { name: "web" }].map((named) => ({
          ...{ verb, apiGroup, resource, ...named },
          ...(namespace === undefined ? {} : { namespace }),
        })),
      ),
    ),
  ),
  ...["/metrics", "/version/x", "/other"].map((url) => ({ verb: "get", url })),
];
