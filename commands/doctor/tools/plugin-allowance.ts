import { about, type Finding } from "../finding";
import { isAtLeast } from "../program-version";
import { kubercFile, policyOf } from "./kuberc";
import { lookPath } from "./look-path";

const { broken, fine } = about("tools");

/** kubernetes.io/docs/reference/config-api/kuberc.v1beta1 */
const firstWithPolicy = [1, 35] as const;

/**
 * Whether kubectl's preferences let it run kubelogin; nothing where kubelogin is not there, or kubectl reads no preferences.
 *
 * @param kubectl its version, if it tells one
 * @param command the program that signs in
 */
export function pluginAllowance(kubectl: string | undefined, env: NodeJS.ProcessEnv, command: string): Finding[] {
  const plugin = lookPath(command, env);
  const file = kubercFile(env);
  if (plugin === undefined || file === undefined) return [];
  if (kubectl !== undefined && !isAtLeast(kubectl, firstWithPolicy)) return [];
  const policy = policyOf(file, plugin, env);
  if (policy.allowed) return [fine("plugin-allowed", `kubectl may run ${command}`)];
  return [
    broken(
      "plugin-not-allowed",
      `kubectl does not run ${command}: ${policy.reason}`,
      `In ${file} set credentialPluginPolicy: Allowlist, and add to credentialPluginAllowlist "- command: ${plugin}", or with kubectl 1.35 "- name: ${plugin}"`,
    ),
  ];
}
