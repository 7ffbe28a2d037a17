import { tools } from "../../../commands/doctor/tools";
import { accessOf, withGrants } from "../../access-text";
import { inShort, machine, programs } from "./machine";

const access = accessOf(withGrants("[]"));
const everything = {
  terraform: "Terraform v1.11.4",
  kubectl: '{ "clientVersion": { "gitVersion": "v1.34.1" } }',
  "kubectl-oidc_login": "kubelogin version v1.36.3 (go1.25 linux_amd64)",
  aws: "aws-cli/2.31.0 Python/3.13",
  az: '{ "azure-cli": "2.80.0" }',
};
const look = (printed: Record<string, string>, env: NodeJS.ProcessEnv = {}, file = access, nodeVersion = "22.1.0") =>
  tools(file, machine({ env: { PATH: programs(printed), ...env }, nodeVersion }));
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(everything).filter(([name]) => !names.includes(name)));

test("with nothing installed, what the file needs is broken, each with where to get it", async () => {
  const found = await look({});
  expect(inShort(found)).toEqual([
    "fine node",
    "broken terraform-missing",
    "broken kubectl-missing",
    "broken kubelogin-missing",
    "fine aws-cli",
    "warning azure-cli-missing",
  ]);
  expect(found.filter(({ severity, remedy }) => severity !== "fine" && remedy === undefined)).toEqual([]);
});

test("with everything installed, nothing is found, and versions are told", async () => {
  const found = await look(everything);
  expect(found.map(({ severity }) => severity)).toEqual(Array<string>(6).fill("fine"));
  expect(found.map(({ sentence }) => sentence)).toEqual([
    "Node.js is 22.1.0",
    "Terraform is 1.11.4",
    "kubectl is 1.34.1",
    "kubelogin is 1.36.3",
    "The AWS CLI is 2.31.0",
    "The Azure CLI is 2.80.0",
  ]);
});

test.each([
  ["a Terraform without ephemeral values", { terraform: "Terraform v1.10.5" }, "broken terraform-missing"],
  ["a kubectl that does not know the exec API", { kubectl: '{ "gitVersion": "v1.21.0" }' }, "broken kubectl-old"],
  [
    "a kubelogin without --oidc-pkce-method",
    { "kubectl-oidc_login": "kubelogin version v1.31.1" },
    "broken kubelogin-old",
  ],
  ["a kubectl that prints something else", { kubectl: "hello" }, "warning kubectl-silent"],
])("%s is found", async (_, changed, short) => {
  expect(inShort(await look({ ...everything, ...changed }))).toContain(short);
});

test("Azure's kubelogin is told from int128's", async () => {
  const found = await look({
    ...without("kubectl-oidc_login"),
    kubelogin: "kubelogin version \ngit hash: v0.2.22/abc",
  });
  expect(inShort(found)).toContain("broken kubelogin-azure");
});

test("a kubelogin under a name by which kubectl does not find it is told with the link to make", async () => {
  const found = await look({ ...without("kubectl-oidc_login"), kubelogin: "kubelogin version v1.36.3" });
  expect(inShort(found)).toContain("broken kubelogin-misnamed");
});

test("OpenTofu does if its variable names it, and is told of if nothing does", async () => {
  const tofu = { ...without("terraform"), tofu: "OpenTofu v1.12.0" };
  expect((await look(tofu, { TERRAFORM_BINARY_NAME: "tofu" }))[1]?.sentence).toBe("OpenTofu is 1.12.0");
  expect((await look(tofu))[1]).toMatchObject({ id: "terraform-unnamed", remedy: "export TERRAFORM_BINARY_NAME=tofu" });
});

test("where the access file asks for OpenTofu, it is looked for, and a variable that cdktf lacks is told", async () => {
  const file = accessOf(`${withGrants("[]")}terraform: { flavour: opentofu }\n`);
  const tofu = { ...everything, tofu: "OpenTofu v1.12.0" };
  expect((await look(tofu, {}, file))[1]).toMatchObject({
    severity: "warning",
    id: "tofu-unnamed",
    sentence: "OpenTofu is 1.12.0, but cdktf runs terraform",
    remedy: "export TERRAFORM_BINARY_NAME=tofu",
  });
  expect((await look(tofu, { TERRAFORM_BINARY_NAME: "tofu" }, file))[1]?.severity).toBe("fine");
  expect((await look(tofu, { TERRAFORM_BINARY_NAME: "terraform" }, file))[1]).toMatchObject({
    severity: "broken",
    sentence: "terraform.flavour is opentofu, but terraform is Terraform 1.11.4",
  });
});

test("the AWS CLI is broken only where a cluster's credentials need it", async () => {
  const exec = accessOf(withGrants("[]").replace("region: eu-central-1", "region: eu-central-1, credentials: exec"));
  expect(inShort(await look(without("aws"), {}, exec))).toContain("broken aws-cli-missing");
  expect(inShort(await look(without("aws")))).toContain("fine aws-cli");
});

test("the Azure CLI is not missed where variables name an application", async () => {
  expect(inShort(await look(without("az"), { ARM_CLIENT_ID: "x" }))).toContain("fine azure-cli");
});

test("a file without clusters needs neither kubectl nor kubelogin", async () => {
  const found = await look({}, {}, accessOf(withGrants("[]").split("clusters:")[0] ?? ""));
  expect(inShort(found)).toEqual(expect.arrayContaining(["fine kubectl", "fine kubelogin"]));
});

test("a Node.js that is too old is broken", async () => {
  expect(inShort(await look(everything, {}, access, "20.8.1"))[0]).toBe("broken node-old");
});

test("a program that does not end in time is not waited for", async () => {
  const surroundings = machine({ env: { PATH: programs(everything) }, limit: () => AbortSignal.abort() });
  expect(inShort(await tools(access, surroundings))).toContain("warning kubectl-silent");
});

test("a kubelogin that somebody built without a version does", async () => {
  const built = { ...everything, "kubectl-oidc_login": "kubelogin version HEAD (go1.25 linux_amd64)" };
  expect((await look(built))[3]).toMatchObject({
    severity: "fine",
    sentence: "kubelogin is there, built without a version (HEAD)",
  });
});

test("kubectl is asked without anybody's kubeconfig, which may sign somebody in", async () => {
  const kubectl = `'; [ "$KUBECONFIG" = /dev/null ] && echo '{ "gitVersion": "v1.34.1" }`;
  expect((await look({ ...everything, kubectl }, { KUBECONFIG: "/home/ada/.kube/config" }))[2]).toMatchObject({
    id: "kubectl",
    severity: "fine",
  });
});
