import { signInPlugin } from "../../model/login/sign-in-arguments";
import { print, printJson } from "../terminal/print";
import type { ExitCode } from "../with-access-file";
import { kubercFile, policyOf } from "./kuberc";
import { inWords, isOlder, lookPath, versionOf, type Version } from "./tool";

/** Something that was looked at on this machine. */
export interface ToolFinding {
  readonly ok: boolean;
  readonly finding: string;
  /**
   * What to do.
   *
   * @default - nothing
   */
  readonly remedy?: string;
}

/** client.authentication.k8s.io/v1: Kubernetes, CHANGELOG-1.22. */
const oldestKubectl: Version = [1, 22, 0];

/** --oidc-pkce-method: kubelogin, release 1.32.0. `--token-cache none` needs 1.33.0. */
const oldestPlugin: Version = [1, 32, 0];

/** kubernetes.io/docs/reference/config-api/kuberc.v1beta1 */
const firstWithPolicy: Version = [1, 35, 0];

const installPlugin = "Run kubectl krew install oidc-login, brew install kubelogin or choco install kubelogin.";

/** Says whether this machine has what a kubeconfig of this program needs. Neither access file nor network is asked. */
export function checkTools({ json }: { readonly json: boolean }, env: NodeJS.ProcessEnv = process.env): ExitCode {
  const findings = findingsOf(env);
  if (json) printJson({ findings });
  else print(findings.map(inLines).join("\n"));
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

/** kubectl, the plugin, and whether the one runs the other. */
export function findingsOf(env: NodeJS.ProcessEnv): ToolFinding[] {
  const kubectl = lookPath("kubectl", env);
  const version = kubectl === undefined ? undefined : versionOf(kubectl, ["version", "--client", "-o", "json"], env);
  const plugin = lookPath(signInPlugin, env);
  return [
    tool("kubectl", kubectl, version, oldestKubectl, "Install it: kubernetes.io/docs/tasks/tools."),
    tool(
      signInPlugin,
      plugin,
      plugin === undefined ? undefined : versionOf(plugin, ["version"], env),
      oldestPlugin,
      installPlugin,
    ),
    ...(plugin === undefined ? [] : allowance(plugin, version, env)),
  ];
}

function tool(
  name: string,
  path: string | undefined,
  version: Version | undefined,
  oldest: Version,
  remedy: string,
): ToolFinding {
  if (path === undefined) return { ok: false, finding: `${name} is not on the PATH`, remedy };
  if (version === undefined) return { ok: true, finding: `${name} is ${path}, which does not say its version` };
  const finding = `${name} ${inWords(version)} is ${path}`;
  if (!isOlder(version, oldest)) return { ok: true, finding };
  return { ok: false, finding: `${finding}; the oldest that works is ${inWords(oldest)}`, remedy };
}

function allowance(plugin: string, kubectl: Version | undefined, env: NodeJS.ProcessEnv): ToolFinding[] {
  const file = kubercFile(env);
  if (file === undefined || (kubectl !== undefined && isOlder(kubectl, firstWithPolicy))) return [];
  const policy = policyOf(file, plugin, env);
  if (policy.allowed) return [{ ok: true, finding: `kubectl may run ${signInPlugin}` }];
  const remedy = `In ${file} set "credentialPluginPolicy: Allowlist" and add to credentialPluginAllowlist:\n  - command: ${plugin}    (kubectl 1.36 or newer)\n  - name: ${plugin}       (kubectl 1.35)`;
  return [{ ok: false, finding: `kubectl does not run ${signInPlugin}: ${policy.reason}`, remedy }];
}

function inLines({ ok, finding, remedy }: ToolFinding): string {
  const told = `${ok ? "ok  " : "BAD "} ${finding}`;
  return remedy === undefined ? told : `${told}\n     ${remedy.replaceAll("\n", "\n     ")}`;
}
