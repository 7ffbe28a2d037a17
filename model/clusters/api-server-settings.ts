import { authenticationConfiguration, readsConfiguration } from "../authentication/authentication-configuration";
import type { KubernetesVersion } from "../authentication/kubernetes-version";
import { beyondFlags, oidcFlags, type Flag } from "../authentication/oidc-flags";
import type { TokenAuthenticator } from "../authentication/token-authenticator";

/** What somebody who starts an API server sets, so that it trusts a login. */
export interface ApiServerSettings {
  readonly authenticators: readonly TokenAuthenticator[];
  readonly kubernetes: KubernetesVersion;
}

/** The one name that the file has wherever it is. */
export const configurationFile = "authentication.yaml";

/** The flags that an API server of this version is started with, and the folder of the file that they name. */
export interface StartedWith {
  readonly flags: readonly Flag[];
  /** @default - the flags name no file */
  readonly folder?: string;
}

/**
 * With the file where the version reads one, else with the flags alone.
 *
 * @param folder path where the API server finds the file
 */
export function startedWith({ authenticators, kubernetes }: ApiServerSettings, folder: string): StartedWith {
  if (!readsConfiguration(kubernetes)) return { flags: authenticators.flatMap(oidcFlags) };
  return { flags: [{ name: "authentication-config", value: `${folder}/${configurationFile}` }], folder };
}

/** Why there is no such form of these settings, as a sentence without its full stop; nothing if there is one. */
export function inexpressible(
  settings: ApiServerSettings,
  form: "configuration" | "flags" | "carried",
): string | undefined {
  const { authenticators, kubernetes } = settings;
  const isRead = readsConfiguration(kubernetes);
  const version = `Kubernetes ${String(kubernetes.major)}.${String(kubernetes.minor)}`;
  if (form === "configuration") {
    return isRead
      ? undefined
      : `${version} reads no AuthenticationConfiguration: 1.30 is the first; use --format flags`;
  }
  if (form === "carried" && isRead) return undefined;
  const why = beyondFlags(authenticators);
  if (why === undefined) return undefined;
  const way = isRead ? "use --format authentication-config" : `${version} has nothing else`;
  return `The --oidc-* flags cannot say what the access file says, because ${why}; ${way}`;
}

export const configurationOf = ({ authenticators, kubernetes }: ApiServerSettings) =>
  authenticationConfiguration(authenticators, kubernetes);
