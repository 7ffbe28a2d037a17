import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { ownIn } from "../../../model/own";
import { lookPath } from "./look-path";

/** What kubectl's preferences say of the plugins that a kubeconfig may run; kubectl 1.35 was the first to ask. */
export type PluginPolicy =
  | { readonly allowed: true }
  /** A sentence without its end: why kubectl does not run it. */
  | { readonly allowed: false; readonly reason: string };

interface Preference {
  readonly credentialPluginPolicy?: unknown;
  readonly credentialPluginAllowlist?: unknown;
}

/** Where kubectl looks for its preferences; `undefined` where it is told not to. */
export function kubercFile({ KUBERC, KUBECTL_KUBERC }: NodeJS.ProcessEnv): string | undefined {
  if (KUBERC === "off" || KUBECTL_KUBERC === "false") return undefined;
  return KUBERC === undefined || KUBERC === "" ? join(homedir(), ".kube", "kuberc") : KUBERC;
}

/**
 * Whether kubectl runs a plugin: kubernetes.io/docs/reference/config-api/kuberc.v1beta1, CredentialPluginPolicy.
 *
 * @param plugin its path, as kubectl finds it; links are not followed
 */
export function policyOf(file: string, plugin: string, env: NodeJS.ProcessEnv): PluginPolicy {
  const preference = preferenceIn(file);
  const list = preference?.credentialPluginAllowlist ?? undefined;
  switch (preference?.credentialPluginPolicy ?? "") {
    case "":
    case "AllowAll":
      return list === undefined
        ? { allowed: true }
        : refused(`${file} has a list of plugins, but not the policy Allowlist`);
    case "DenyAll":
      return refused(`${file} has the policy DenyAll`);
    case "Allowlist":
      return byList(file, list, plugin, env);
    default:
      return refused(`${file} has a policy that kubectl does not know`);
  }
}

function byList(file: string, list: unknown, plugin: string, env: NodeJS.ProcessEnv): PluginPolicy {
  if (!Array.isArray(list) || list.length === 0) return refused(`${file} has the policy Allowlist and no list`);
  const commands = list.map(commandOf);
  if (commands.includes(undefined)) return refused(`an entry of the list in ${file} names no plugin`);
  if (commands.some((command) => lookPath(command ?? "", env) === plugin)) return { allowed: true };
  return refused(`${plugin} is not in the list of ${file}`);
}

/** `name` is what kubectl 1.35 knows, `command` what newer ones do. */
function commandOf(entry: unknown): string | undefined {
  const texts = ["command", "name"].map((key) => ownIn(entry, key));
  return texts.find((text): text is string => typeof text === "string" && text !== "");
}

const refused = (reason: string): PluginPolicy => ({ allowed: false, reason });

/** `undefined` if there is no file, or nothing of this kind in it. */
function preferenceIn(file: string): Preference | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  const documents = parseAllDocuments(text, { logLevel: "silent" });
  const preferences = (Array.isArray(documents) ? documents : [])
    .filter(({ errors }) => errors.length === 0)
    .map((document) => document.toJS() as (Preference & { readonly kind?: unknown }) | null);
  return preferences.find((preference) => preference?.kind === "Preference") ?? undefined;
}
