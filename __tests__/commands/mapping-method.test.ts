import { canI } from "../../commands/can-i";
import { explain } from "../../commands/explain";
import { whoCan } from "../../commands/who-can";
import { withTenant } from "../access-text";
import { printed } from "./printed";

const text = (mapping: string) =>
  withTenant(`
groups: { developers: { members: [ada@contoso.com] } }
clusters:
  factory:
    openshift: { kubeconfig: config, context: factory, domain: apps.factory.contoso.com, signIn: oauth${mapping} }
    grants: [{ group: developers, clusterRole: view }]
`);
const run = (mapping: string, command: (file: string) => number | Promise<number>) =>
  printed({ "access.yaml": text(mapping) }, (file) => Promise.resolve(command(file)) as Promise<0 | 1 | 2>);
const lookup = ", mappingMethod: lookup";
const note =
  "On factory the answer holds only if a User, an Identity and a UserIdentityMapping were made for the person: its mappingMethod is lookup";

test("explain says of each method what a sign-in hangs on", async () => {
  const explained = async (mapping: string) => {
    const command = (file: string) => explain({ file, json: false, cluster: "factory", person: "ada@contoso.com" });
    return (await run(mapping, command)).stdout;
  };
  expect(await explained(lookup)).toContain(
    "If no User, Identity and UserIdentityMapping were made for the person: The sign-in fails: with mappingMethod lookup",
  );
  const sameName = "If another identity provider of the cluster has given a user the same name:";
  expect(await explained(lookup)).not.toContain(sameName);
  expect(await explained("")).toContain(`${sameName} The sign-in fails`);
  expect(await explained(", mappingMethod: add")).toContain(`${sameName} Both are one user`);
});

test("can-i and who-can say what a yes hangs on with lookup, and nothing otherwise", async () => {
  const as = "ada@contoso.com";
  const commands: readonly ((file: string, json: boolean) => number)[] = [
    (file, json) => canI(["get", "pods"], { file, json, as }),
    (file, json) => canI([], { file, json, as, list: true }),
    (file, json) => whoCan(["get", "pods"], { file, json }),
  ];
  for (const command of commands) {
    expect((await run(lookup, (file) => command(file, false))).stderr.split("\n")[0]).toBe(note);
    const { stdout } = await run(lookup, (file) => command(file, true));
    expect(JSON.parse(stdout)).toMatchObject({ notes: [note] });
    expect((await run("", (file) => command(file, false))).stderr).not.toContain("lookup");
  }
});
