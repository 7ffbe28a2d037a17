import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signInTools } from "../../../commands/doctor/tools/sign-in-tools";
import { checkTools } from "../../../commands/kubeconfig/check";
import { printed } from "../printed";

let folder: string;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  env = { PATH: join(folder, "bin"), KUBERC: join(folder, "kuberc") };
  mkdirSync(join(folder, "bin"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A program that says its version, on stderr as kubelogin does. */
function program(name: string, version: string): string {
  const path = join(folder, "bin", name);
  writeFileSync(path, `#!/bin/sh\necho '${version}' >&2\n`);
  chmodSync(path, 0o755);
  return path;
}
const kubectl = (version: string) => program("kubectl", `{ "clientVersion": { "gitVersion": "v${version}-eks" } }`);
const plugin = (version = "1.36.3") =>
  program("kubectl-oidc_login", `kubelogin version v${version} (go1.26 linux_amd64)`);
const kuberc = (policy: string) => {
  writeFileSync(join(folder, "kuberc"), `apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\n${policy}\n`);
};
const findings = () => signInTools(env, AbortSignal.timeout(20_000), true);
const told = async () =>
  (await findings()).map(({ severity, sentence }) => `${severity}: ${sentence.replaceAll(folder, "")}`);

test("nothing there is two findings, each with what to run", async () => {
  const { code, stdout } = await printed({}, () => checkTools({ json: false }, env));
  expect(code).toBe(1);
  expect(stdout).toBe(`broken         kubectl is not on the PATH
               → Install it from kubernetes.io/docs/tasks/tools
broken         kubelogin (kubectl-oidc_login) is not on the PATH
               → Install it with kubectl krew install oidc-login, or from github.com/int128/kubelogin

2 broken, 0 warning, 0 fine, 0 not looked at
`);
});

test("both there is no finding, and the exit status says so", async () => {
  kubectl("1.34.1");
  plugin();
  expect(await told()).toEqual(["fine: kubectl is 1.34.1-eks", "fine: kubelogin is 1.36.3"]);
  const { code, stdout } = await printed({}, () => checkTools({ json: true }, env));
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [{ severity: "fine" }, { severity: "fine" }] });
});

test.each([
  ["1.31.1", "broken: kubelogin is 1.31.1, and the kubeconfig needs 1.32 or newer"],
  ["1.32.0", "fine: kubelogin is 1.32.0"],
  ["2.0.0", "fine: kubelogin is 2.0.0"],
])("kubelogin %s is judged by its oldest version that knows every option", async (version, finding) => {
  plugin(version);
  expect((await told())[1]).toBe(finding);
});

test.each([
  ["no policy", "", "ok"],
  ["all allowed", "credentialPluginPolicy: AllowAll", "ok"],
  [
    "the plugin by its name, as kubectl 1.35 reads it",
    "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{ name: kubectl-oidc_login }]",
    "ok",
  ],
  [
    "the plugin by its path",
    "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{ command: aws }, { command: FOLDER/bin/kubectl-oidc_login }]",
    "ok",
  ],
  [
    "kubectl, which is not the plugin",
    "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{ command: kubectl }]",
    "broken: kubectl does not run kubectl-oidc_login: /bin/kubectl-oidc_login is not in the list of /kuberc",
  ],
  [
    "a link to it",
    "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{ command: FOLDER/link }]",
    "broken: kubectl does not run kubectl-oidc_login: /bin/kubectl-oidc_login is not in the list of /kuberc",
  ],
  [
    "nothing",
    "credentialPluginPolicy: DenyAll",
    "broken: kubectl does not run kubectl-oidc_login: /kuberc has the policy DenyAll",
  ],
  [
    "an empty list",
    "credentialPluginPolicy: Allowlist",
    "broken: kubectl does not run kubectl-oidc_login: /kuberc has the policy Allowlist and no list",
  ],
  [
    "an empty entry",
    "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{}]",
    "broken: kubectl does not run kubectl-oidc_login: an entry of the list in /kuberc names no plugin",
  ],
  [
    "a list without its policy",
    "credentialPluginAllowlist: [{ command: aws }]",
    "broken: kubectl does not run kubectl-oidc_login: /kuberc has a list of plugins, but not the policy Allowlist",
  ],
  [
    "a policy that nobody knows",
    "credentialPluginPolicy: Some",
    "broken: kubectl does not run kubectl-oidc_login: /kuberc has a policy that kubectl does not know",
  ],
])("a kuberc that allows %s", async (_, policy, finding) => {
  kubectl("1.35.0");
  symlinkSync(plugin(), join(folder, "link"));
  kuberc(policy.replaceAll("FOLDER", folder));
  expect((await told())[2]).toBe(finding === "ok" ? "fine: kubectl may run kubectl-oidc_login" : finding);
});

test("the remedy has the entry for both versions of kubectl", async () => {
  kubectl("1.36.2");
  const path = plugin();
  kuberc("credentialPluginPolicy: DenyAll");
  expect((await findings())[2]?.remedy).toBe(
    `In ${folder}/kuberc set credentialPluginPolicy: Allowlist, and add to credentialPluginAllowlist "- command: ${path}", or with kubectl 1.35 "- name: ${path}"`,
  );
});

test("a kubectl that knows no policy, or is told to read none, is not judged by one", async () => {
  plugin();
  kuberc("credentialPluginPolicy: DenyAll");
  kubectl("1.34.9");
  expect(await told()).toHaveLength(2);
  kubectl("1.35.0");
  expect(await told()).toHaveLength(3);
  env = { ...env, KUBERC: "off" };
  expect(await told()).toHaveLength(2);
});

test("a kuberc that is no YAML says nothing of plugins", async () => {
  kubectl("1.35.0");
  plugin();
  writeFileSync(join(folder, "kuberc"), "a: [");
  expect((await told())[2]).toBe("fine: kubectl may run kubectl-oidc_login");
});
