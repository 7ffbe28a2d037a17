import { basename } from "node:path";
import type { Access } from "../../config/schema/access";
import { extraScopes, issuerUrl } from "../../model/login/login";

/** Whether an exec plugin of a kubeconfig is kubelogin, by its own name or as a plugin of kubectl. */
export function isKubelogin({
  command,
  args,
}: {
  readonly command: string;
  readonly args?: readonly string[] | null | undefined;
}): boolean {
  const name = basename(command.replaceAll("\\", "/")).replace(/\.exe$/i, "");
  if (name === "kubectl") return args?.[0] === "oidc-login";
  return (
    name === "kubectl-oidc_login" || (name === "kubelogin" && args?.some((arg) => arg.startsWith("--oidc-")) === true)
  );
}

/** What of kubelogin's arguments is otherwise than `kubeconfig` prints; the client secret is not looked at. */
export function signInDifferences(access: Access, clientId: string, args: readonly string[]): string[] {
  const scopes = [...new Set(valuesOf(args, "--oidc-extra-scope").flatMap((value) => value.split(",")))];
  const wanted = extraScopes(access.login, clientId);
  return [
    ...other("issuer", valuesOf(args, "--oidc-issuer-url"), issuerUrl(access)),
    ...other("client ID", valuesOf(args, "--oidc-client-id"), clientId),
    ...other("PKCE method", valuesOf(args, "--oidc-pkce-method"), "S256"),
    ...wanted.filter((scope) => !scopes.includes(scope)).map((scope) => `it does not ask for ${scope}`),
  ];
}

function other(what: string, given: readonly string[], wanted: string): string[] {
  const last = given.at(-1);
  return last === wanted ? [] : [`its ${what} is ${last ?? "not set"}, and the file wants ${wanted}`];
}

/** Both spellings: `--flag=value` and `--flag value`. */
export function valuesOf(args: readonly string[], flag: string): string[] {
  return args.flatMap((arg, index) => {
    if (arg.startsWith(`${flag}=`)) return [arg.slice(flag.length + 1)];
    return arg === flag ? [args[index + 1] ?? ""] : [];
  });
}
