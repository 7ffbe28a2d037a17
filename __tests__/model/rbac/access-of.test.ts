import { accessBy, accessOf } from "../../../model/rbac/access-of";
import { accessOf as fileOf, withTenant } from "../../access-text";

const file = (login = "{}") =>
  fileOf(
    withTenant(`
login: ${login}
groups:
  ops: { groups: [night] }
  night: { groups: [trainees] }
  trainees: { members: [Ada@contoso.com] }
  devs: { members: [ada@contoso.com, bob@contoso.com] }
roles: { logs: { rules: [{ apiGroups: [""], resources: [pods/log], verbs: [get] }] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: ops, clusterRole: view }
      - { group: devs, role: logs, namespaces: [team-a, team-b] }
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
    grants: [{ group: night, clusterRole: edit, namespaces: [team-a] }]
  old:
    eks: { name: old-eks, region: eu-central-1 }
    state: absent
    grants: [{ group: devs, clusterRole: edit }]
`),
  );

const onProd = { group: "devs", listedIn: "devs", role: { kind: "Role", name: "logs" } };

test("a person has the grants of the groups that list her and of those that these are in, by cluster", () => {
  const devs = { ...onProd, namespaces: ["team-a", "team-b"], at: ["clusters", "prod", "grants", 1] };
  const role = (name: string) => ({ kind: "ClusterRole", name });
  expect(accessOf(file(), "ADA@contoso.com")).toEqual([
    {
      cluster: "prod",
      grants: [{ group: "ops", listedIn: "trainees", role: role("view"), at: ["clusters", "prod", "grants", 0] }, devs],
    },
    {
      cluster: "stage",
      grants: [
        {
          group: "night",
          listedIn: "trainees",
          role: role("edit"),
          namespaces: ["team-a"],
          at: ["clusters", "stage", "grants", 0],
        },
      ],
    },
  ]);
});

test("a cluster without a grant for the person is told, and one that is to be absent is not", () => {
  const clusters = (person: string) =>
    accessOf(file(), person).map(({ cluster, grants }) => [cluster, grants.length] as const);
  expect(clusters("bob@contoso.com")).toEqual([
    ["prod", 1],
    ["stage", 0],
  ]);
  expect(clusters("nobody@contoso.com")).toEqual([
    ["prod", 0],
    ["stage", 0],
  ]);
});

test("where only assigned groups are listed, a group in a granted one brings nothing", () => {
  const grants = accessOf(file("{ groups: { emit: assigned } }"), "ada@contoso.com").flatMap((one) => one.grants);
  expect(grants.map(({ group }) => group)).toEqual(["devs"]);
});

test("groups that a token lists bring what they are granted, whoever lists the person", () => {
  const [prod, stage] = accessBy(file(), new Map([["devs", "devs"]]));
  expect([prod?.grants.map(({ group }) => group), stage?.grants]).toEqual([["devs"], []]);
});
