import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkTools, findingsOf } from "../../../commands/kubeconfig/check";
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
const told = () => findingsOf(env).map(({ ok, finding }) => `${ok ? "ok" : "bad"}: ${finding.replaceAll(folder, "")}`);

test("nothing there is two findings, each with what to run", async () => {
  const { stdout } = await printed({}, () => Promise.resolve(checkTools({ json: false }, env)));
  expect(stdout).toBe(`BAD  kubectl is not on the PATH
     Install it: kubernetes.io/docs/tasks/tools.
BAD  kubectl-oidc_login is not on the PATH
     Run kubectl krew install oidc-login, brew install kubelogin or choco install kubelogin.
`);
});

test("both there is no finding, and the exit status says so", async () => {
  kubectl("1.34.1");
  plugin();
  expect(told()).toEqual([
    "ok: kubectl 1.34.1 is /bin/kubectl",
    "ok: kubectl-oidc_login 1.36.3 is /bin/kubectl-oidc_login",
  ]);
  const { code, stdout } = await printed({}, () => Promise.resolve(checkTools({ json: true }, env)));
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [{ ok: true }, { ok: true }] });
});

test.each([
  ["1.31.1", "bad: kubectl-oidc_login 1.31.1 is /bin/kubectl-oidc_login; the oldest that works is 1.32.0"],
  ["1.32.0", "ok: kubectl-oidc_login 1.32.0 is /bin/kubectl-oidc_login"],
  ["2.0.0", "ok: kubectl-oidc_login 2.0.0 is /bin/kubectl-oidc_login"],
])("kubelogin %s is judged by its oldest version that knows every option", (version, finding) => {
  plugin(version);
  expect(told()[1]).toBe(finding);
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
    "bad: kubectl does not run kubectl-oidc_login: /bin/kubectl-oidc_login is not in the list of /kuberc",
  ],
  [
    "a link to it",
    "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{ command: FOLDER/link }]",
    "bad: kubectl does not run kubectl-oidc_login: /bin/kubectl-oidc_login is not in the list of /kuberc",
  ],
  [
    "nothing",
    "credentialPluginPolicy: DenyAll",
    "bad: kubectl does not run kubectl-oidc_login: /kuberc has the policy DenyAll",
  ],
  [
    "an empty list",
    "credentialPluginPolicy: Allowlist",
    "bad: kubectl does not run kubectl-oidc_login: /kuberc has the policy Allowlist and no list",
  ],
  [
    "an empty entry",
    "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{}]",
    "bad: kubectl does not run kubectl-oidc_login: an entry of the list in /kuberc names no plugin",
  ],
  [
    "a list without its policy",
    "credentialPluginAllowlist: [{ command: aws }]",
    "bad: kubectl does not run kubectl-oidc_login: /kuberc has a list of plugins, but not the policy Allowlist",
  ],
  [
    "a policy that nobody knows",
    "credentialPluginPolicy: Some",
    "bad: kubectl does not run kubectl-oidc_login: /kuberc has a policy that kubectl does not know",
  ],
])("a kuberc that allows %s", (_, policy, finding) => {
  kubectl("1.35.0");
  symlinkSync(plugin(), join(folder, "link"));
  kuberc(policy.replaceAll("FOLDER", folder));
  expect(told()[2]).toBe(finding === "ok" ? "ok: kubectl may run kubectl-oidc_login" : finding);
});

test("the remedy has the entry for both versions of kubectl", () => {
  kubectl("1.36.2");
  const path = plugin();
  kuberc("credentialPluginPolicy: DenyAll");
  expect(findingsOf(env)[2]?.remedy).toBe(
    `In ${folder}/kuberc set "credentialPluginPolicy: Allowlist" and add to credentialPluginAllowlist:\n  - command: ${path}    (kubectl 1.36 or newer)\n  - name: ${path}       (kubectl 1.35)`,
  );
});

test("a kubectl that knows no policy, or is told to read none, is not judged by one", () => {
  plugin();
  kuberc("credentialPluginPolicy: DenyAll");
  kubectl("1.34.9");
  expect(told()).toHaveLength(2);
  kubectl("1.35.0");
  expect(told()).toHaveLength(3);
  env = { ...env, KUBERC: "off" };
  expect(told()).toHaveLength(2);
});

test("a kuberc that is no YAML says nothing of plugins", () => {
  kubectl("1.35.0");
  plugin();
  writeFileSync(join(folder, "kuberc"), "a: [");
  expect(told()[2]).toBe("ok: kubectl may run kubectl-oidc_login");
});
