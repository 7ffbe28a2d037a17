import { accessOf, mistakesIn, withTenant } from "../access-text";

const prod = "eks: { name: prod-eks, region: eu-central-1 }";

test("a key of an entry that stands beside the entries is told as that, and once", () => {
  const grants = "grants:\n      - { group: devs, clusterRole: view }";
  expect(mistakesIn(withTenant(`groups: { devs: {} }\nclusters:\n  prod:\n    ${prod}\n  ${grants}\n`))).toEqual([
    'access.yaml:6:3 clusters.grants must be inside an entry of "clusters"; indent it further',
  ]);
  expect(mistakesIn(withTenant("groups:\n  devs:\n  members:\n    - ada@contoso.com\n"))).toEqual([
    'access.yaml:4:3 groups.members must be inside an entry of "groups"; indent it further',
  ]);
});

test("an entry may be called as one of the keys in it", () => {
  expect(mistakesIn(withTenant(`groups:\n  members: {}\nclusters:\n  stage:\n    ${prod}\n`))).toEqual([]);
  expect(mistakesIn(withTenant("clusters:\n  stage: [x]\n"))).toEqual([
    "access.yaml:3:10 clusters.stage must be a map, got a list",
    "access.yaml:3:10 clusters.stage.eks must be given",
  ]);
});

test("entries that stand behind their key are told as that, and nothing that follows from it", () => {
  const grants = "grants: [{ group: devs, clusterRole: view }, { group: ops, clusterRole: view }]";
  expect(mistakesIn(withTenant(`groups:\ndevs: {}\nops: {}\nclusters:\nprod:\n  ${prod}\n  ${grants}\n`))).toEqual([
    'access.yaml:3:1 devs must be inside "groups"; indent it further',
    'access.yaml:4:1 ops must be inside "groups"; indent it further',
    'access.yaml:6:1 prod must be inside "clusters"; indent it further',
  ]);
});

test("an unknown key behind one that has a value belongs to nothing", () => {
  expect(mistakesIn(withTenant("groups: { devs: {} }\nprod: {}\n"))).toEqual([
    expect.stringMatching(/^access\.yaml:3:1 prod must be a known key: one of "tenant"/),
  ]);
});

test("what YAML's anchors stand in stays where it is", () => {
  expect(accessOf(withTenant("groups:\nx-people: { all: &all [] }\n")).groups).toEqual({});
});
