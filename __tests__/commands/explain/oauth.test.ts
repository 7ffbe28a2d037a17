import { explain } from "../../../commands/explain";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

const ada = "ada@contoso.com";
const gus = "gus@fabrikam.com";

const text = (claim: string, openshift = "") =>
  withTenant(`
login: { username: { claim: ${claim} } }
guests: [${gus}]
groups: { developers: { members: [${ada}, ${gus}] } }
clusters:
  factory:
    openshift: { kubeconfig: config, context: factory, domain: apps.factory.contoso.com, signIn: oauth${openshift} }
    grants: [{ group: developers, clusterRole: edit, namespaces: [team-a] }]
`);

async function explained(person: string, ...file: Parameters<typeof text>) {
  const command = (file: string) => explain({ file, json: true, cluster: "factory", person });
  const { stdout } = await printed({ "access.yaml": text(...file) }, (file) => Promise.resolve(command(file)));
  return JSON.parse(stdout) as { username: string; conditions: { when: string; then: string }[] };
}
const conditions = async (...given: Parameters<typeof explained>) =>
  (await explained(...given)).conditions.map(({ when, then }) => `If ${when}: ${then}`);

const bySub = `If Entra has no email for the person (the person's mail address in Entra): The person signs in all the same, with the same groups: the claim sub becomes the user name.`;
const keeps = "The user keeps its name, and the groups list the name of the token, so no grant applies.";

test("a user name that the directory may lack becomes the sub, and the person signs in all the same", async () => {
  expect(await conditions(ada, "email")).toContain(bySub);
  for (const [person, claim] of [
    [ada, "upn"],
    [ada, "sub"],
    [gus, "email"],
  ] as const)
    expect((await conditions(person, claim)).join()).not.toContain("the claim sub becomes");
});

test("a guest whose token has no such claim is called by the sub", async () => {
  expect(await explained(gus, "upn")).toMatchObject({ accepted: true, username: `<sub of ${gus}>` });
  expect(await explained(ada, "upn")).toMatchObject({ username: ada });
});

test("whose user name changes after the first sign-in loses the groups, and which name that is hangs on the method", async () => {
  const first = (what: string) =>
    `If the token had ${what} when the person first signed in: ${keeps} Delete its User and its Identity.`;
  expect(await conditions(ada, "email")).toContain(first("another email, or none,"));
  expect(await conditions(ada, "upn")).toContain(first("another upn"));
  expect(await conditions(gus, "upn")).toContain(first("a upn"));
  expect(await conditions(ada, "upn", ", mappingMethod: lookup")).toContain(
    `If the User that was made has another name than the upn of the token: ${keeps}`,
  );
  for (const claim of ["oid", "sub"]) expect((await conditions(ada, claim)).join()).not.toContain(keeps);
});

test("who is in too many groups is called by the name that the file knows all the same", async () => {
  const groups = Array.from({ length: 201 }, (_, index) => `  g${String(index)}: { members: [${ada}] }\n`);
  const whole = text("upn")
    .replace("clusters:", `__clusters:`)
    .replace("groups: { developers:", `groups:\n${groups.join("")}  developers:`);
  const file = whole.replace(`[${ada}, ${gus}] } }`, `[${ada}, ${gus}] }`).replace("__clusters:", "clusters:");
  const command = (name: string) => explain({ file: name, json: true, cluster: "factory", person: ada });
  const { stdout } = await printed({ "access.yaml": file }, (name) => Promise.resolve(command(name)));
  expect(JSON.parse(stdout)).toMatchObject({ accepted: true, username: ada, groups: [] });
});
