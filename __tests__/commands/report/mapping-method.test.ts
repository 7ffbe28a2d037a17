import { reportAgainst, type AgainstOptions } from "../../../commands/report/against";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

const text = (openshift: string) =>
  withTenant(`
groups: { developers: { members: [ada@contoso.com] } }
clusters:
  factory:
    openshift: { kubeconfig: config, context: factory, domain: apps.factory.contoso.com, ${openshift} }
    grants: [{ group: developers, clusterRole: edit, namespaces: [team-a] }]
`);
const compared = (before: string, after: string, options: Partial<AgainstOptions> = {}) =>
  printed({ "access.yaml": text(after), "old.yaml": text(before) }, (file) =>
    reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), ...options }),
  );
const lines = async (before: string, after: string) => (await compared(before, after)).stdout.trimEnd().split("\n");

const all = "ada@contoso.com and anybody else in the tenant";
const made = "lookup makes no users, so only those sign in who have a User, an Identity and a UserIdentityMapping";
const lookup = "signIn: oauth, mappingMethod: lookup";

test("lookup shuts out whoever never signed in before, and the report says what to make", async () => {
  expect(await lines("signIn: oauth", lookup)).toEqual([
    "Compared with old.yaml, nobody gains access, and 1 person and anybody else in the tenant lose access.",
    `- ${all} can no longer sign in to factory, if they never signed in before: ${made}`,
    "note: On factory make a User, an Identity and a UserIdentityMapping for everybody who never signed in. How: docs/openshift.md",
  ]);
  expect(await lines(lookup, lookup)).toEqual(["Compared with old.yaml, nobody gains or loses access."]);
});

test("where no OAuth server was, it shuts out everybody for whom nothing is made", async () => {
  const [, , loss, note] = await lines("signIn: external", lookup);
  expect(loss).toBe(`- ${all} can no longer sign in to factory: ${made}`);
  expect(note).toContain("make a User, an Identity and a UserIdentityMapping for everybody. How");
});

test("a provider that is renamed at once shuts out everybody", async () => {
  expect((await lines("signIn: oauth", `${lookup}, provider: contoso`))[1]).toBe(
    `- ${all} can no longer sign in to factory: the identity provider entra is called contoso now, and lookup makes no identity`,
  );
});

test.each(["claim", "add"])("from lookup to %s lets in whoever had no user, which is a widening", async (method) => {
  const { code, stdout } = await compared(lookup, `signIn: oauth, mappingMethod: ${method}`, { failOn: ["widening"] });
  expect(stdout).toContain(
    `+ ${all} may now sign in to factory, if they never signed in before: ${method} makes users, and lookup made none`,
  );
  expect(code).toBe(1);
});

test("machines read of whom it holds", async () => {
  const { stdout } = await compared("signIn: oauth", lookup, { format: "json" });
  expect(JSON.parse(stdout)).toMatchObject({
    result: "PASS",
    signIns: [
      { kind: "shut out", onlyIfSignedInBefore: false, onlyOf: "never signed in" },
      { kind: "shut out", onlyOf: "never signed in" },
    ],
  });
});

test("add lets people of other providers in as the same user, which is a gain and a note says", async () => {
  expect(await lines("signIn: oauth", "signIn: oauth, mappingMethod: add")).toEqual([
    "Compared with old.yaml, somebody whom the file does not list gains access, and nobody loses access.",
    "+ whoever has the same user name from another identity provider of factory may now become the same user there, with every grant",
    "note: On factory whoever has the same user name from another identity provider of the cluster becomes the same user, with every grant: docs/warnings.md",
  ]);
});
