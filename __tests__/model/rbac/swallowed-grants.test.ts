import fc from "fast-check";
import type { Access, Grant } from "../../../config/schema/access";
import type { PolicyRule } from "../../../model/rbac/policy-rule";
import { swallowedGrants } from "../../../model/rbac/swallowed-grants";
import { allows, holdsAt, type Action, type UrlAction } from "../../../model/rbac/verdict";
import { withGroupsAround } from "../../../model/users/people";
import { accessOf, withGrants, withTenant } from "../../access-text";

const places = (text: string) =>
  swallowedGrants(accessOf(text)).map(({ path, by }) => [path[3], by.map((one) => one.path[3])]);
const nested = "{ outer: { groups: [inner] }, inner: { members: [ada@contoso.com] }, beside: {} }";
const granted = (grants: string, roles?: string, more = "") => places(`${withGrants(grants, nested, roles)}${more}`);

test("a grant on the whole cluster swallows the same role in namespaces, of the group and of a group in it", () => {
  expect(
    granted("[{ group: inner, clusterRole: view, namespaces: [a] }, { group: inner, clusterRole: view }]"),
  ).toEqual([[0, [1]]]);
  expect(
    granted("[{ group: inner, clusterRole: view, namespaces: [a] }, { group: outer, clusterRole: view }]"),
  ).toEqual([[0, [1]]]);
});

test("the inner group, another group, a narrower place and another cluster swallow nothing", () => {
  expect(granted("[{ group: outer, clusterRole: view }, { group: inner, clusterRole: edit }]")).toEqual([]);
  expect(granted("[{ group: inner, clusterRole: view }, { group: beside, clusterRole: view }]")).toEqual([]);
  expect(
    granted(
      "[{ group: inner, clusterRole: view, namespaces: [a, b] }, { group: inner, clusterRole: edit, namespaces: [a] }]",
    ),
  ).toEqual([]);
  const other = `${withGrants("[{ group: inner, clusterRole: view }]", nested)}  stage:\n    eks: { name: stage-eks, region: eu-central-1 }\n    grants: [{ group: inner, clusterRole: cluster-admin }]\n`;
  expect(places(other)).toEqual([]);
});

test("several grants swallow one together, each in one of its namespaces", () => {
  expect(
    granted(
      "[{ group: inner, clusterRole: view, namespaces: [a, b] }, { group: inner, clusterRole: edit, namespaces: [a] }, { group: outer, clusterRole: admin, namespaces: [b] }]",
    ),
  ).toEqual([[0, [1, 2]]]);
});

test("cluster-admin has all of admin, that of edit, and that of view; none has all of a greater one", () => {
  const roles = ["view", "edit", "admin", "cluster-admin"];
  for (const [index, role] of roles.entries()) {
    for (const [other, by] of roles.entries()) {
      if (index === other) continue;
      const told = granted(`[{ group: inner, clusterRole: ${role} }, { group: inner, clusterRole: ${by} }]`);
      expect([role, by, told]).toEqual([role, by, index < other ? [[0, [1]]] : [[1, [0]]]]);
    }
  }
});

const reader = '{ rules: [{ apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }] }';

test("view has all of an own role that reads pods", () => {
  const grants = "[{ group: inner, clusterRole: view }, { group: inner, clusterRole: own, namespaces: [a] }]";
  expect(granted(grants, `{ own: ${reader} }`)).toEqual([[1, [0]]]);
});

test("an own role never has all of what operators may add to, or of what only the cluster knows; everything has", () => {
  const roles = `{ own: ${reader}, theirs: { existing: true }, all: { allow: [wildcards], rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }, { nonResourceURLs: ["*"], verbs: ["*"] }] }, resources: { allow: [wildcards], rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }] } }`;
  const swallows = (by: string, role: string, namespaces = "") =>
    granted(
      `[{ group: inner, clusterRole: ${role}${namespaces} }, { group: inner, clusterRole: ${by}${namespaces} }]`,
      roles,
    ).some(([index]) => index === 0);
  for (const by of ["own", "resources", "view"]) expect([by, swallows(by, "theirs")]).toEqual([by, false]);
  for (const by of ["own", "resources"]) expect([by, swallows(by, "view")]).toEqual([by, false]);
  for (const role of ["view", "theirs"]) {
    expect([role, swallows("all", role), swallows("cluster-admin", role)]).toEqual([role, true, true]);
    // There no role gives URLs.
    expect([role, swallows("resources", role, ", namespaces: [a]")]).toEqual([role, true]);
  }
  expect(
    granted("[{ group: inner, clusterRole: theirs }, { group: inner, clusterRole: theirs, namespaces: [a] }]", roles),
  ).toEqual([[1, [0]]]);
});

test("of two that give the same, only the later one goes", () => {
  const roles = `{ one: ${reader}, two: ${reader} }`;
  expect(granted("[{ group: inner, clusterRole: one }, { group: inner, clusterRole: two }]", roles)).toEqual([
    [1, [0]],
  ]);
});

test("a grant that does more than give its role is not swallowed by one to a group around", () => {
  const grants = "[{ group: outer, clusterRole: view }, { group: inner, clusterRole: view }]";
  expect(granted(grants)).toEqual([[1, [0]]]);
  expect(granted(grants, undefined, "login: { assignment: required }\n")).toEqual([]);
  expect(granted(grants, undefined, "login: { groups: { emit: assigned } }\n")).toEqual([]);
  const portal =
    'portal: { cluster: prod, url: "https://portal.contoso.com", namespace: krci, version: "3.15", groups: { viewer: inner } }\n';
  expect(granted(grants, undefined, portal)).toEqual([]);
});

/** What no role names stands for everything that nobody thought of. */
const verbs = ["get", "list", "other"];
const everyAction: readonly (Action | UrlAction)[] = verbs.flatMap((verb) => [
  ...["/metrics", "/healthz", "/healthz/etcd", "/other"].map((url) => ({ verb, url })),
  ...["", "apps", "other"].flatMap((apiGroup) =>
    ["pods", "pods/log", "deployments", "other", "other/log"].flatMap((resource) =>
      [{}, { name: "a" }, { name: "other" }].flatMap((name) =>
        [{}, { namespace: "team-a" }, { namespace: "team-b" }, { namespace: "other" }].map((where) => ({
          ...{ verb, apiGroup, resource },
          ...name,
          ...where,
        })),
      ),
    ),
  ),
]);

const some = (...words: string[]) => fc.subarray(words, { minLength: 1 });
const rule: fc.Arbitrary<PolicyRule> = fc.oneof(
  fc.record({
    verbs: fc.oneof(some("get", "list"), fc.constant(["*"])),
    apiGroups: fc.oneof(some("", "apps"), fc.constant(["*"])),
    resources: fc.oneof(some("pods", "pods/log", "deployments", "*/log"), fc.constant(["*"])),
    resourceNames: fc.constantFrom(undefined, undefined, ["a"]),
  }),
  fc.record({
    verbs: fc.constantFrom(["get"], ["*"]),
    nonResourceURLs: some("/metrics", "/healthz", "/healthz/*", "/healthz*", "*"),
  }),
);
const sample = fc.record({
  rules: fc.array(fc.array(rule, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 4 }),
  emit: fc.constantFrom("security", "security", "assigned"),
  grants: fc.array(
    fc.record(
      {
        group: fc.constantFrom("outer", "middle", "inner", "beside"),
        clusterRole: fc.constantFrom("role-0", "role-1", "role-2", "role-3"),
        namespaces: some("team-a", "team-b"),
      },
      { requiredKeys: ["group", "clusterRole"] },
    ),
    { minLength: 2, maxLength: 8 },
  ),
});

/** The rules are such as no check lets through: groups and resources that do not fit. */
function sampled({ rules, emit, grants }: { rules: PolicyRule[][]; emit: string; grants: Grant[] }): Access {
  const groups = "groups: { outer: { groups: [middle] }, middle: { groups: [inner] }, inner: {}, beside: {} }\n";
  const access = accessOf(withTenant(`${groups}login: { groups: { emit: ${emit} } }\n`));
  const roles = Object.fromEntries(
    rules.map((one, index) => [`role-${String(index)}`, { existing: false, rules: one }]),
  );
  return { ...access, roles, clusters: { prod: { state: "present", grants } } } as unknown as Access;
}

/** What a group may do by some grants: a letter for each action. */
function answers(access: Access, grants: readonly Grant[], groups: Iterable<string>): string {
  const held = new Set(groups);
  const mine = grants.filter(({ group }) => held.has(group));
  return everyAction.map((action) => (mine.some((grant) => isAllowed(access, grant, action)) ? "y" : "n")).join("");
}

function isAllowed({ roles }: Access, { clusterRole = "", namespaces }: Grant, action: Action | UrlAction): boolean {
  const role = roles[clusterRole];
  if (role === undefined || role.existing || !holdsAt(namespaces, action)) return false;
  return role.rules.some((one) => allows(one, action));
}

const run = { seed: 20261127, numRuns: 200 };

test("without all swallowed grants together, nobody may do more or less", () => {
  let gone = 0;
  fc.assert(
    fc.property(sample, (one) => {
      const access = sampled(one);
      const swallowed = new Set(swallowedGrants(access).map(({ grant }) => grant));
      gone += swallowed.size;
      const rest = one.grants.filter((grant) => !swallowed.has(grant));
      for (const key of Object.keys(access.groups)) {
        const around = [...withGroupsAround(access, [key]).keys()];
        expect(answers(access, rest, around)).toEqual(answers(access, one.grants, around));
      }
    }),
    run,
  );
  expect(gone).toBeGreaterThan(100);
});

test("no grant stays that another one gives in each of its places, by brute force over everything that can be asked", () => {
  fc.assert(
    fc.property(sample, (one) => {
      const access = sampled(one);
      const told = new Set(swallowedGrants(access).map(({ grant }) => grant));
      const kept = one.grants.filter((grant) => !told.has(grant));
      const missed = kept.filter((grant) => {
        const around = one.emit === "assigned" ? [grant.group] : [...withGroupsAround(access, [grant.group]).keys()];
        const others = kept.filter((other) => other !== grant && around.includes(other.group));
        const inPlaces = grant.namespaces?.map((namespace) => [namespace]) ?? [undefined];
        return inPlaces.every((namespaces) =>
          others.some((other) => isWithin(access, { ...grant, namespaces }, other)),
        );
      });
      expect(missed).toEqual([]);
    }),
    run,
  );
});

/** Whether a grant holds wherever another one does, and allows all of it. */
function isWithin(access: Access, narrow: Grant, wide: Grant): boolean {
  const [place] = narrow.namespaces ?? [];
  if (wide.namespaces !== undefined && (place === undefined || !wide.namespaces.includes(place))) return false;
  return everyAction.every((action) => !isAllowed(access, narrow, action) || isAllowed(access, wide, action));
}
