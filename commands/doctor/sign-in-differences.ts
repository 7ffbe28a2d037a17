import { basename } from "node:path";
import type { Access } from "../../config/schema/access";
import { aksPlugin, aksServer } from "../../model/clusters/aks-sign-in";
import { issuerUrl } from "../../model/login/login";
import { signInArguments, signInPlugin } from "../../model/login/sign-in-arguments";

/** How a kubeconfig has kubectl get a token. */
export interface ExecPlugin {
  readonly command: string;
  /** @default - none */
  readonly args?: readonly string[] | null | undefined;
}

/** Whether an exec plugin of a kubeconfig is kubelogin, by its own name or as a plugin of kubectl. */
export function isKubelogin({ command, args }: ExecPlugin): boolean {
  const name = basename(command.replaceAll("\\", "/")).replace(/\.exe$/i, "");
  if (name === "kubectl") return args?.[0] === "oidc-login";
  // Installers call int128's so too, and Azure's has no such options.
  return name === signInPlugin || (name === "kubelogin" && args?.some((arg) => arg.startsWith("--oidc-")) === true);
}

/** Whether it is Azure's kubelogin, which AKS needs. */
export function isAzureKubelogin({ command, args }: ExecPlugin): boolean {
  const name = basename(command.replaceAll("\\", "/")).replace(/\.exe$/i, "");
  return name === aksPlugin && args?.some((arg) => /^--server-id(=|$)/.test(arg)) === true;
}

const inWords = new Map(
  Object.entries({
    "--oidc-issuer-url": "issuer",
    "--oidc-client-id": "client ID",
    "--oidc-pkce-method": "PKCE method",
  }),
);

/** What of kubelogin's arguments is otherwise than `kubeconfig` prints. How somebody wants to sign in beside that is theirs. */
export function signInDifferences({ login, ...access }: Access, clientId: string, args: readonly string[]): string[] {
  const wanted = signInArguments({ issuerUrl: issuerUrl({ ...access, login }), clientId, settings: login });
  return wanted.flatMap((argument) => {
    const [, flag = "", value = ""] = /^(--[\w-]+)=(.*)$/.exec(argument) ?? [];
    if (flag === "--oidc-extra-scope") {
      const scopes = valuesOf(args, flag).flatMap((scope) => scope.split(","));
      return scopes.includes(value) ? [] : [`it does not ask for ${value}`];
    }
    const what = inWords.get(flag);
    const given = valuesOf(args, flag).at(-1);
    return what === undefined || given === value
      ? []
      : [`its ${what} is ${given ?? "not set"}, and the file wants ${value}`];
  });
}

/** The same for a context of an AKS cluster. Whoever signs in by the Azure CLI has no client ID there. */
export function aksDifferences(tenant: string, args: readonly string[]): string[] {
  const wanted = [
    ["--server-id", "server application", aksServer],
    ["--tenant-id", "tenant", tenant],
  ] as const;
  return wanted.flatMap(([flag, what, value]) => {
    const given = valuesOf(args, flag).at(-1);
    return given === undefined || given === value ? [] : [`its ${what} is ${given}, and the file wants ${value}`];
  });
}

/** Both spellings: `--flag=value` and `--flag value`. */
function valuesOf(args: readonly string[], flag: string): string[] {
  return args.flatMap((arg, index) => {
    if (arg.startsWith(`${flag}=`)) return [arg.slice(flag.length + 1)];
    return arg === flag ? [args[index + 1] ?? ""] : [];
  });
}
