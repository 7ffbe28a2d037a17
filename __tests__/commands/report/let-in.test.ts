import { reportAgainst } from "../../../commands/report/against";
import { tenant, withTenant } from "../../access-text";
import { printed } from "../printed";

const text = (cluster: string, login = "{}") =>
  withTenant(`
login: ${login}
groups:
  developers: { members: [ada@contoso.com] }
  rescue: { protected: true, members: [bob@contoso.com] }
  wider: { protected: true, members: [carol@contoso.com] }
clusters:
  prod:
    ${cluster}
    grants: [{ group: developers, clusterRole: edit, namespaces: [team-a] }]
`);
const lines = async (before: string, after: string) => {
  const { code, stdout } = await printed({ "access.yaml": after, "old.yaml": before }, (file) =>
    reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), failOn: ["widening"] }),
  );
  return [code, ...stdout.split("\n").filter((line) => /^[+-] /.test(line))];
};

const azure = "whoever has an Azure role on prod";
const namesake = "whoever has the same user name from another identity provider of prod";

test.each([
  [
    "Azure's roles",
    "aks: { kubeconfig: config, context: shop }",
    "aks: { kubeconfig: config, context: shop, azureRbac: true }",
    `${azure} may now do there what it allows; only Azure knows what that is`,
    `${azure} may no longer do there what it allows; only Azure knows what that is`,
  ],
  [
    "people of one name who are one user",
    "openshift: { kubeconfig: config, context: shop, domain: apps.contoso.com, signIn: oauth }",
    "openshift: { kubeconfig: config, context: shop, domain: apps.contoso.com, signIn: oauth, mappingMethod: add }",
    `${namesake} may now become the same user there, with every grant`,
    `${namesake} may no longer become the same user there`,
  ],
])(
  "a cluster that lets in by %s gives more than the file says, which is a widening",
  async (_, one, more, gain, loss) => {
    expect(await lines(text(one), text(more))).toEqual([1, `+ ${gain}`]);
    expect(await lines(text(more), text(one))).toEqual([0, `- ${loss}`]);
    expect(await lines(text(more), text(more))).toEqual([0]);
    expect(await lines("", text(more))).toContain(`+ ${gain}`);
  },
);

test("people of another tenant gain, and those of the one before lose", async () => {
  const file = text("eks: { name: prod-eks, region: eu-central-1 }");
  const other = "9f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11";
  expect(await lines(file, file.replace(tenant, other))).toEqual([
    1,
    `+ people of the tenant ${other} may now sign in, and do what their groups may`,
    `- people of the tenant ${tenant} can no longer sign in`,
  ]);
  expect(await lines(file, file.replace(tenant, tenant.toUpperCase()))).toEqual([0]);
});

const under = (conditions: string) =>
  text("eks: { name: prod-eks, region: eu-central-1 }", `{ conditionalAccess: { breakGlass: rescue, ${conditions} } }`);
const all = "mfa: true, compliantDevice: true, signInFrequency: 12h, allowedLocations: { countries: [DE, FR] }";
const strict = `state: enabled, ${all}`;

test.each([
  ["multifactor authentication", "mfa: true", "mfa: false"],
  ["a compliant device", "compliantDevice: true", "compliantDevice: false"],
  ["a sign-in of the last 12h", "signInFrequency: 12h", "signInFrequency: 1d"],
  ["a place of login.conditionalAccess.allowedLocations", "[DE, FR]", "[DE, FR, GB]"],
])(
  "where Conditional Access asks no longer for %s, whoever has it not gains, which is a widening",
  async (name, was, is) => {
    const loose = strict.replace(was, is);
    expect(loose).not.toBe(strict);
    expect(await lines(under(strict), under(loose))).toEqual([
      1,
      `+ whoever signs in without ${name} may now sign in, and do what their groups may`,
    ]);
    expect(await lines(under(loose), under(strict))).toEqual([
      0,
      `- whoever signs in without ${name} can no longer sign in`,
    ]);
  },
);

test("Conditional Access that stops nobody any more lets everybody in, and one that never did changes nothing", async () => {
  const none = text("eks: { name: prod-eks, region: eu-central-1 }");
  for (const loose of [none, under(all), under(`state: disabled, ${all}`)]) {
    const [code, ...told] = await lines(under(strict), loose);
    expect(code).toBe(1);
    expect(told.join("\n")).toContain("whoever signs in without multifactor authentication, ");
    expect(told.join("\n")).toContain("may now sign in");
    expect(await lines(loose, none)).toEqual([0]);
  }
});

test("whoever is in the group that no policy applies to comes in past it", async () => {
  const past = "without what Conditional Access asks of others";
  expect(await lines(under(strict), under(strict).replace("breakGlass: rescue", "breakGlass: wider"))).toEqual([
    1,
    `+ whoever is in wider may now sign in ${past}`,
    `- whoever is in rescue can no longer sign in ${past}`,
  ]);
});

test("against nothing, the portal's administrators and the owners of the login are given too", async () => {
  const portal = `portal: { cluster: prod, url: "https://portal.contoso.com", namespace: krci, version: "3.15", groups: { admin: developers } }\n`;
  const told = await lines(
    "",
    text("eks: { name: prod-eks, region: eu-central-1 }", "{ owners: [eve@contoso.com] }") + portal,
  );
  expect(told).toContain(
    "+ eve@contoso.com may now add secrets and redirects to the application, as an owner of the login",
  );
  expect(told.join("\n")).toContain("in krci on prod (through developers and the portal's chart)");
  expect(told.join("\n")).toContain("+ whoever serves https://portal.contoso.com may now");
});

test("whoever manages groups can add anybody to one that is protected no longer and has rights", async () => {
  const eks = "eks: { name: prod-eks, region: eu-central-1 }";
  const guarded = text(eks).replace("developers: {", "developers: { protected: true,");
  const managers = "whoever manages the groups of the tenant";
  expect(await lines(guarded, text(eks))).toEqual([1, `+ ${managers} may now add anybody to developers`]);
  expect(await lines(text(eks), guarded)).toEqual([0, `- ${managers} may no longer add anybody to developers`]);
  const without = (file: string) => file.replace("rescue: { protected: true,", "rescue: {");
  expect(await lines(text(eks), without(text(eks)))).toEqual([0]);
});
