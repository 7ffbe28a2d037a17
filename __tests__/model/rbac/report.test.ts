import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { answerOnceIn } from "../../../model/rbac/answer";
import { roleOf } from "../../../model/rbac/binding";
import { rulesOf } from "../../../model/rbac/own-role";
import { presentGrants } from "../../../model/rbac/receivers";
import { reportOf } from "../../../model/rbac/report";
import { signInOn } from "../../../model/rbac/sign-in";
import { filtered } from "../../../model/rbac/report-filter";
import { accessOf as fileOf, withTenant } from "../../access-text";
import { accessText } from "../../random-access";

const file = (login = "{ assignment: required }") =>
  fileOf(
    withTenant(`
login: ${login}
groups:
  devs: { members: [bob@contoso.com, gus@fabrikam.com], groups: [leads, theirs] }
  leads: { members: [ada@contoso.com] }
  theirs: { existing: true }
  ruled: { rule: 'user.department -eq "IT"' }
guests: [gus@fabrikam.com]
users: { carol@contoso.com: { attributes: { level: 1 } } }
attributes: { level: { type: Integer } }
clusters:
  old:
    eks: { name: old-eks, region: eu-central-1 }
    state: absent
    grants: [{ group: devs, clusterRole: edit }]
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: devs, clusterRole: edit, namespaces: [team-a, team-b] }
      - { group: leads, clusterRole: cluster-admin }
      - { group: ruled, clusterRole: view }
`),
  );

const told = (access = file()) =>
  Object.fromEntries(
    reportOf(access).holders.map(({ name, kind, held }) => [
      `${kind} ${name}`,
      held.map(({ grant, listedIn }) => `${grant.role.name} by ${listedIn}`),
    ]),
  );

test("everybody of the file is there with what they hold in the order of the file, and those too who hold nothing", () => {
  expect(told()).toEqual({
    "person ada@contoso.com": ["edit by leads", "cluster-admin by leads"],
    "person bob@contoso.com": ["edit by devs"],
    "person carol@contoso.com": [],
    "guest gus@fabrikam.com": ["edit by devs"],
    "existing theirs": ["edit by theirs"],
    "rule ruled": ["view by ruled"],
  });
});

test("where tokens list assigned groups alone, groups in groups hold nothing", () => {
  expect(told(file("{ groups: { emit: assigned } }"))).toMatchObject({
    "person ada@contoso.com": ["cluster-admin by leads"],
    "rule ruled": ["view by ruled"],
  });
  expect(told(file("{ groups: { emit: assigned } }"))).not.toHaveProperty("existing theirs");
});

test("a cluster that is to be absent gives nothing", () => {
  const { clusters, grants } = reportOf(file());
  expect(clusters).toEqual(["prod"]);
  expect(grants.map(({ at }) => at.join("."))).toEqual(
    [0, 1, 2].map((index) => `clusters.prod.grants.${String(index)}`),
  );
});

test("whom a cluster does not let in is told with the reason", () => {
  const left = fileOf(
    withTenant(`
login: { assignment: required }
groups: { devs: { groups: [leads] }, leads: { members: [ada@contoso.com] } }
clusters: { prod: { eks: { name: prod-eks, region: eu-central-1 }, grants: [{ group: devs, clusterRole: edit }] } }
`),
  );
  const [ada] = reportOf(left).holders;
  expect([...(ada?.refused ?? [])]).toEqual([["prod", expect.stringContaining("AADSTS50105")]]);
});

test("somebody holds a grant in the report exactly if can-i says yes by it to what its role allows", () => {
  const seen = { held: 0, not: 0 };
  const property = fc.property(accessText, (text) => {
    const access = fileOf(text);
    const people = reportOf(access).holders.filter(({ kind }) => kind === "person" || kind === "guest");
    for (const { path, cluster, grant } of presentGrants(access.clusters)) {
      const [rule] = rulesOf(access, roleOf(grant)) ?? [];
      const [resource] = rule?.resources ?? [];
      if (rule === undefined || resource === undefined) continue;
      const asked = { verb: rule.verbs[0] ?? "", resource, apiGroup: rule.apiGroups?.[0] ?? "" };
      const action = { ...asked, ...place(grant.namespaces), ...object(rule) };
      for (const { name, held, refused } of people) {
        const answer = answerOnceIn({ access, cluster, action }, name);
        const isHeld = held.some(({ grant: { at } }) => isDeepStrictEqual(at, path));
        expect("grants" in answer && answer.grants.some(({ at }) => isDeepStrictEqual(at, path))).toBe(isHeld);
        const signIn = signInOn({ access, cluster }, name);
        if (isHeld) expect(refused.get(cluster)).toBe("reason" in signIn ? signIn.reason : undefined);
        seen[isHeld ? "held" : "not"]++;
      }
    }
  });
  fc.assert(property, { seed: 1, numRuns: 60 });
  expect(Math.min(seen.held, seen.not)).toBeGreaterThan(50);
});

const place = (namespaces: readonly string[] | undefined) =>
  namespaces?.[0] === undefined ? {} : { namespace: namespaces[0] };
const object = ({ resourceNames }: { readonly resourceNames?: readonly string[] | undefined }) =>
  resourceNames?.[0] === undefined ? {} : { name: resourceNames[0] };

const part = (filter: Parameters<typeof filtered>[2]) =>
  filtered(file(), reportOf(file()), filter).holders.map(
    ({ name, held }) =>
      `${name}: ${held.map(({ grant }) => `${grant.role.name} ${grant.namespaces?.join("+") ?? "*"}`).join(", ")}`,
  );

test.each([
  ["a person", { holders: ["ada@contoso.com"] }, ["ada@contoso.com: edit team-a+team-b, cluster-admin *"]],
  ["a person with nothing", { holders: ["carol@contoso.com"] }, ["carol@contoso.com: "]],
  ["a group, also by what is in it", { groups: ["leads"] }, ["ada@contoso.com: edit team-a+team-b, cluster-admin *"]],
  ["a role", { roles: ["view"] }, ["ruled: view *"]],
  ["a cluster without anybody", { clusters: ["stage"] }, []],
  [
    "a namespace, in which what holds on the whole cluster holds too",
    { namespaces: ["team-b"], holders: ["ada@contoso.com"] },
    ["ada@contoso.com: edit team-b, cluster-admin *"],
  ],
])("a filter keeps what is asked for: %s", (_, filter, expected) => {
  expect(part(filter)).toEqual(expected);
});

test("what a filter leaves of a grant has the level that it has there: in kube-system a role is more than elsewhere", () => {
  const access = fileOf(
    withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: edit, namespaces: [kube-system, team-a] }]
`),
  );
  const levels = (namespaces?: string[]) =>
    filtered(access, reportOf(access), { namespaces }).grants.map(({ level }) => level);
  expect([levels(), levels(["team-a"]), levels(["kube-system"])]).toEqual([["admin"], ["write"], ["admin"]]);
});
