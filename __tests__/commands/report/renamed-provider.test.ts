import { reportAgainst, type AgainstOptions } from "../../../commands/report/against";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

const text = (openshift: string, claim = "upn") =>
  withTenant(`
login: { username: { claim: ${claim} } }
groups:
  developers: { members: [ada@contoso.com] }
  others: { existing: true }
clusters:
  factory:
    openshift: { kubeconfig: config, context: factory, domain: apps.factory.contoso.com, ${openshift} }
    grants: [{ group: developers, clusterRole: edit, namespaces: [team-a] }]
`);

const compared = async (before: string, after: string, options: Partial<AgainstOptions> = {}) => {
  const { stdout } = await printed({ "access.yaml": after, "old.yaml": before }, (file) =>
    reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), ...options }),
  );
  return stdout.trimEnd();
};
const report = (before: string, after: string, options: Partial<AgainstOptions> = {}) =>
  compared(text(before), text(after), options);
const all = "ada@contoso.com, whoever else is in others and anybody else in the tenant";
const groups =
  "Delete the Group objects that entra wrote too: contoso takes nobody out of them. How: docs/openshift.md";

test("a renamed provider refuses everybody who signed in before, and the report says what to do", async () => {
  expect((await report("signIn: oauth", "signIn: oauth, provider: contoso")).split("\n")).toEqual([
    "Compared with old.yaml, nobody gains access, and 1 person and whoever else is in 1 group and anybody else in the tenant lose access.",
    `- ${all} can no longer sign in to factory, if they signed in before: the identity provider entra is called contoso now, and claim gives no user to a second identity`,
    `note: On factory delete the User and the Identity of everybody who came by entra, or set mappingMethod: add. ${groups}`,
  ]);
});

test("the comment and the answer for machines say it too", async () => {
  const renamed = ["signIn: oauth", "signIn: oauth, provider: contoso"] as const;
  const comment = await report(...renamed, { format: "markdown" });
  expect(comment).toContain("**Loses access:** 1 person");
  expect(comment).toContain("> On `factory` delete the User and the Identity of everybody who came by `entra`");
  expect(JSON.parse(await report(...renamed, { format: "json" }))).toMatchObject({
    result: "PASS",
    signIns: [
      { who: [{ name: "ada@contoso.com" }], kind: "shut out", cluster: "factory", onlyIfSignedInBefore: true },
      { who: [{ name: "others" }, { kind: "others" }], kind: "shut out", onlyIfSignedInBefore: true },
    ],
  });
});

test("with lookup they need new identities, and with add they lose nothing", async () => {
  const lookup = await report(
    "signIn: oauth, mappingMethod: lookup",
    "signIn: oauth, provider: contoso, mappingMethod: lookup",
  );
  expect(lookup).toContain("can no longer sign in to factory, if they signed in before: ");
  expect(lookup).toContain("the identity provider entra is called contoso now, and lookup makes no identity");
  expect(lookup).toContain("note: On factory make Identity and UserIdentityMapping of contoso for everybody.");
  const add = await report("signIn: oauth, mappingMethod: add", "signIn: oauth, provider: contoso, mappingMethod: add");
  expect(add.split("\n")).toEqual([
    "Compared with old.yaml, nobody gains or loses access.",
    `note: On factory people keep their users. ${groups}`,
  ]);
});

test("of another claim for user names the groups hear, and the users who are there do not", async () => {
  expect((await compared(text("signIn: oauth"), text("signIn: oauth", "email"))).split("\n")).toEqual([
    "Compared with old.yaml, nobody gains access, and 1 person loses access.",
    "- ada@contoso.com can now sign in to factory without groups only, if they signed in before: their users keep the old names, and their groups list the new ones",
    "note: On factory delete the User and the Identity of everybody, so that new ones get the new names. How: docs/openshift.md",
  ]);
  expect(await compared(text("signIn: external"), text("signIn: external", "email"))).toBe(
    "Compared with old.yaml, nobody gains or loses access.",
  );
});

const same =
  "- ada@contoso.com, whoever else is in others and anybody else in the tenant can no longer sign in to factory, if they signed in before and their user name stays the same: the identity provider entra is called contoso now, and claim gives no user to a second identity";
const another =
  " A new user name makes a new user, and the old one keeps what it was given by name, such as projects of its own.";

test("with another claim too, only those are refused whose user name stays the same; the others become other users", async () => {
  const both = (method: string, claim: string) =>
    compared(text("signIn: oauth"), text(`signIn: oauth, provider: contoso${method}`, claim)).then((lines) =>
      lines.split("\n").slice(1),
    );
  expect(await both("", "email")).toEqual([
    same,
    `note: On factory delete the User and the Identity of everybody who came by entra, or set mappingMethod: add.${another} ${groups}`,
  ]);
  expect((await both("", "oid")).map((line) => line.slice(0, 5))).toEqual(["note:"]);
  expect(await both(", mappingMethod: add", "email")).toContain(
    `note: On factory people whose user names stay the same keep their users.${another} ${groups}`,
  );
});

test("where no OAuth server stands between, the name of the provider is nobody's", async () => {
  const nobody = "Compared with old.yaml, nobody gains or loses access.";
  expect(await report("signIn: external", "signIn: external, provider: contoso")).toBe(nobody);
  expect(await report("signIn: external", "signIn: oauth, provider: contoso")).toContain("and nobody loses access");
});
