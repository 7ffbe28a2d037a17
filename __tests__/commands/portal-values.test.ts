import { parse, stringify } from "yaml";
import { portalValues } from "../../commands/portal-values";
import { portalValues as valuesOf } from "../../model/portal/portal-values";
import { accessOf, tenant, withGrants } from "../access-text";
import { withPortal } from "../portal-text";
import { deployed, stateOf } from "./deployed";
import { printed } from "./printed";

const values = valuesOf({
  portal: accessOf(withPortal()).portal!,
  issuerUrl: deployed.issuer,
  clientId: deployed.clientId,
  issuer: "v2",
  groupNames: {},
});
const state = (helm_values: unknown) => stateOf({ helm_values });
const run = (files: Record<string, string>, json = false) =>
  printed({ "access.yaml": withPortal(), ...files }, (file) => portalValues({ file, json }));

test("values are printed as the stack puts them out, for helm -f", async () => {
  const { code, stdout, stderr } = await run({ "state/portal.tfstate": state(stringify(values)) });
  expect({ code, stderr, values: parse(stdout) as unknown }).toEqual({ code: 0, stderr: "", values });
  const inJson = await run({ "state/portal.tfstate": state(stringify(values)) }, true);
  expect(JSON.parse(inJson.stdout)).toEqual(values);
});

const objectId = "0f4d6f0e-1111-4a41-9a43-0d6f4b9f2c11";
const withAdmins = withPortal("  groups: { admin: devs }\n");
const admins = (adminGroupName: string) => stringify({ global: { adminGroupName }, ...values });

test("of groups only the object ID is the state's; of one whose ID stands in the file not even that", async () => {
  const printsFor = async (access: string, name: string) => {
    const files = { "access.yaml": access, "state/portal.tfstate": state(admins(name)) };
    const { code, stdout } = await run(files);
    return code === 0 ? (parse(stdout) as { global: unknown }).global : undefined;
  };
  const right = `entra:${objectId}`;
  expect(await printsFor(withAdmins, right)).toEqual({ adminGroupName: right });
  for (const other of ["system:masters", "system:authenticated", objectId, `ENTRA:${objectId}`, `${right}x`]) {
    expect([other, await printsFor(withAdmins, other)]).toEqual([other, undefined]);
  }
  const known = withAdmins
    .replace("{ members: [ada@contoso.com] }", `{ existing: ${tenant} }`)
    .concat("allow: [existing-cluster-admin]\n");
  expect(await printsFor(known, `entra:${tenant}`)).toEqual({ adminGroupName: `entra:${tenant}` });
  expect(await printsFor(known, right)).toBeUndefined();
});

test("without a portal, or before it is deployed, there is no answer", async () => {
  expect(await run({ "access.yaml": withGrants("[]") })).toEqual({
    code: 2,
    stdout: "",
    stderr: 'access.yaml has no portal; write one under "portal"\n',
  });
  expect(await run({})).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "The stack \"portal\" is not deployed: there is no state at state/portal.tfstate. Deploy it first: npx cdktf deploy '{users,people,login,portal}'\n",
  });
});

test.each([
  ["no YAML", "{"],
  ["an alias of nothing", "a: *a"],
  ["several documents", "---\na: 1\n---\nb: 2\n"],
  ["nothing", ""],
  ["a list", "[]"],
  ["another issuer", stringify(values).replaceAll("login.microsoftonline.com", "evil.example")],
  ["a value that the chart would run", stringify({ ...values, extra: { command: ["sh"] } })],
  ["a control character", stringify(values).replace(/NAMESPACE: .*/, 'NAMESPACE: "\\e[2J"')],
  ["a number", 5],
  ["an empty map", "{}"],
  ["groups that the file does not name", stringify({ global: { adminGroupName: `entra:${objectId}` }, ...values })],
  ["another address", stringify(values).replace("portal.example.com", "evil.example")],
  ["another Secret", stringify(values).replace("portal-secret", "other-secret")],
  ["a namespace that the file named before", stringify(values).replace(/NAMESPACE: .*/, "NAMESPACE: other")],
  ["a client ID that is none", stringify(values).replaceAll(deployed.clientId, "x")],
])("%s in the place of the values is printed nowhere", async (_, helm_values) => {
  const { code, stdout, stderr } = await run({ "state/portal.tfstate": state(helm_values) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^state\/portal\.tfstate cannot be trusted: its output "helm_values" (differs|is not) .*\n$/);
});
