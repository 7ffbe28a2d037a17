import { accessFile } from "../../bench/access-file";
import { withMistakes } from "../../bench/mistakes";
import { accessOf, mistakesIn, tenant } from "../access-text";

test("mistakes of every kind are told together, in the order of the file", () => {
  const text = `
tenant: contoso
groups:
  devs: { members: [ada, ada@contoso.com, ada@contoso.com] }
  devs: {}
clusters:
  prod:
    eks: { name: prod-eks }
    grants: [{ group: dev, clusterRole: view, namespaces: [] }, 5]
logn: {}
`;
  expect(mistakesIn(text)).toEqual([
    'access.yaml:2:9 tenant must be a GUID such as 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11, got "contoso"',
    'access.yaml:4:21 groups.devs.members[0] must be a user principal name such as ada@contoso.com, got "ada"',
    'access.yaml:4:43 groups.devs.members[2] must be listed once in a group, got "ada@contoso.com"',
    "access.yaml:5:3 groups.devs must be given once; it stands at line 4 already",
    "access.yaml:8:10 clusters.prod.eks.region must be given",
    'access.yaml:9:23 clusters.prod.grants[0].group must name a group defined under "groups", got "dev"; did you mean "devs"?',
    "access.yaml:9:59 clusters.prod.grants[0].namespaces must name at least one namespace; remove the key to grant it on the whole cluster",
    "access.yaml:9:65 clusters.prod.grants[1] must be a map, got 5",
    'access.yaml:10:1 logn must be a known key; did you mean "login"?',
  ]);
});

test.each([
  ["contoso.com", "; Entra shows it as Tenant ID, and az account show --query tenantId prints it"],
  ["<your tenant>", "; Entra shows it as Tenant ID, and az account show --query tenantId prints it"],
  ["8F3C0A5E6D0B4A419A430D6F4B9F2C11", `; write it with its hyphens, ${tenant}`],
  [tenant.slice(1), ""],
])("a tenant that is no GUID is told with how to find it: %s", (given, hint) => {
  expect(mistakesIn(`tenant: "${given}"\nlogin: {}\n`)).toEqual([
    `access.yaml:1:9 tenant must be a GUID such as ${tenant}, got "${given}"${hint}`,
  ]);
});

test("a value that stands too near to its key in brackets is told as that", () => {
  expect(
    mistakesIn(`tenant: ${tenant}\nclusters: { prod: { eks: { name:prod-eks, region: eu-central-1 } } }\n`),
  ).toEqual([
    "access.yaml:2:26 clusters.prod.eks.name must be given",
    'access.yaml:2:28 clusters.prod.eks["name:prod-eks"] must be a known key; write a space behind "name:"',
  ]);
});

test("500 mistakes of seven kinds in one file are all told, in the order of the file", () => {
  const { text, lines } = withMistakes(accessFile({ groups: 45, members: 20, clusters: 10, grants: 110 }), 500);
  const told = mistakesIn(text);
  expect(told.map((mistake) => Number(mistake.split(":")[1]))).toEqual(lines);
  expect(new Set(told.map((mistake) => /must[^,;]*/.exec(mistake)?.[0].replace(/[\d.].*/, ""))).size).toBe(7);
});

test("names are compared without case: people and the tenant come out in lower case", () => {
  const access = accessOf(`tenant: ${tenant.toUpperCase()}\ngroups: { devs: { members: [Ada@Contoso.COM] } }`);
  expect(access.tenant).toBe(tenant);
  expect(access.groups["devs"]?.members).toEqual(["ada@contoso.com"]);
});
