import { join } from "node:path";
import { stringify } from "yaml";
import { peopleKubeconfig } from "../../../commands/doctor/people-kubeconfig";
import { kubeconfig } from "../../../model/clusters/kubeconfig";
import { accessOf, tenant, withGrants, withTenant } from "../../access-text";
import { deployed } from "../deployed";
import { deployedCluster, folderWith, inShort } from "./machine";

const access = accessOf(withGrants("[]"));
const config = kubeconfig({
  clusters: [{ name: "prod", endpoint: "https://prod.example", certificateAuthority: deployed.authority("prod") }],
  issuerUrl: deployed.issuer,
  clientId: deployed.clientId,
  settings: access.login,
});
const exec = (changed: object) => ({
  ...config,
  users: [{ name: "entra", user: { exec: { ...config.users[0]?.user.exec, ...changed } } }],
});
const args = config.users[0]?.user.exec.args ?? [];

function look(content: unknown, env: NodeJS.ProcessEnv = {}) {
  const text = typeof content === "string" ? content : stringify(content);
  return peopleKubeconfig(access, deployedCluster(), { env, home: folderWith({ ".kube/config": text }) });
}

test("a kubeconfig as this program prints it is fine", () => {
  expect(inShort(look(config))).toEqual(["fine kubeconfig"]);
});

test.each([
  ["as a plugin of kubectl", { command: "kubectl", args: ["oidc-login", ...args] }],
  ["with arguments of two words", { args: args.flatMap((arg) => arg.split("=")) }],
  ["with a device code", { args: [...args, "--grant-type=device-code"] }],
])("a sign-in %s is fine too", (_, changed) => {
  expect(inShort(look(exec(changed)))).toEqual(["fine kubeconfig"]);
});

test.each([
  ["another issuer", args.map((arg) => arg.replace("/v2.0", "")), "its issuer is"],
  ["another application", args.map((arg) => arg.replace(deployed.clientId, "other")), "its client ID is other"],
  ["a scope less", args.filter((arg) => !arg.includes("offline_access")), "it does not ask for offline_access"],
  ["no PKCE", args.filter((arg) => !arg.includes("pkce")), "its PKCE method is not set"],
])("a sign-in with %s is broken", (_, changed, words) => {
  const found = look(exec({ args: [...changed, "--oidc-client-secret=hush"] }));
  expect(inShort(found)).toEqual(["broken kubeconfig-differs"]);
  expect(found[0]?.sentence).toContain(words);
  expect(JSON.stringify(found)).not.toContain("hush");
});

test("a context of an AKS cluster is judged by what Azure's kubelogin is given", () => {
  const onAks = accessOf(withTenant("clusters: { prod: { aks: { kubeconfig: config, context: shop } } }"));
  const told = (content: unknown) =>
    peopleKubeconfig(onAks, deployedCluster(), { env: {}, home: folderWith({ ".kube/config": stringify(content) }) });
  const printed = (aksTenant: string) =>
    kubeconfig({
      clusters: [
        { name: "prod", endpoint: "https://prod.example", certificateAuthority: deployed.authority("prod"), aksTenant },
      ],
    });
  expect(inShort(told(printed(tenant)))).toEqual(["fine kubeconfig"]);
  expect(told(printed(deployed.clientId))).toMatchObject([
    { id: "kubeconfig-differs", sentence: expect.stringContaining("its tenant is") as string },
  ]);
  expect(inShort(told(config))).toEqual(["warning kubeconfig-no-context"]);
});

test("a command that is not there is broken", () => {
  expect(inShort(look(exec({ command: "/no/such/kubectl-oidc_login" })))).toEqual(["broken kubeconfig-no-command"]);
});

test("another certificate authority than the state's is broken", () => {
  const other = {
    ...config,
    clusters: [{ name: "prod", cluster: { server: "https://prod.example", "certificate-authority-data": "eA==" } }],
  };
  expect(inShort(look(other))).toEqual(["broken kubeconfig-authority", "fine kubeconfig"]);
});

test("a cluster that no context leads to, or only with AWS credentials, is told", () => {
  expect(look("apiVersion: v1\n")).toMatchObject([{ id: "kubeconfig-no-context" }]);
  const found = look(exec({ command: "aws", args: ["eks", "get-token"] }));
  expect(found).toMatchObject([{ id: "kubeconfig-no-context", sentence: expect.stringContaining("(prod)") as string }]);
});

test.each(["clusters: 1", "a: [", "\ta: 1", "--- {}\n--- {}\n"])("%j is no kubeconfig", (text) => {
  expect(inShort(look(text))).toContain("broken kubeconfig-unreadable");
});

test("files of KUBECONFIG are read together, and what is not there is passed over", () => {
  const folder = folderWith({
    clusters: stringify({ ...config, users: [] }),
    users: stringify({ users: config.users }),
  });
  const env = { KUBECONFIG: ["clusters", "missing", "users"].map((name) => join(folder, name)).join(":") };
  expect(inShort(look("broken: [", env))).toEqual(["fine kubeconfig"]);
});

test("without a kubeconfig, or before the login is deployed, the reason is told", () => {
  expect(inShort(peopleKubeconfig(access, deployedCluster(), { env: {}, home: "/no/such" }))).toEqual([
    "warning kubeconfig-none",
  ]);
  const home = folderWith({ ".kube/config": stringify(config) });
  const lacking = { ...deployedCluster(), login: { reason: 'The stack "login" is not deployed' } };
  expect(inShort(peopleKubeconfig(access, lacking, { env: {}, home }))).toEqual(["not-looked-at kubeconfig"]);
});
