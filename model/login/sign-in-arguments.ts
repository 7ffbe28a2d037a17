import type { LoginSettings } from "../../config/schema/access";
import { extraScopes } from "./login";

/**
 * The program that signs people in, as it is found on the PATH: github.com/int128/kubelogin. It is not `kubectl oidc-login`,
 * since an allow list of kubectl (kuberc) that names kubectl would let every plugin in.
 */
export const signInPlugin = "kubectl-oidc_login";

/** Where kubelogin can keep tokens: docs/usage.md there. */
export const tokenCaches = ["disk", "keyring", "none"] as const;

export type TokenCache = (typeof tokenCaches)[number];

/** How somebody signs in, beside what the access file says. */
export interface SignInWay {
  /**
   * Sign in with a code that is typed in a browser on any machine. The application must allow it: `login.deviceCode`.
   *
   * @default false
   */
  readonly deviceCode?: boolean | undefined;
  /**
   * Print the address instead of opening a browser, for a machine without one.
   *
   * @default false
   */
  readonly headless?: boolean | undefined;
  /** @default - as kubelogin has it: on disk */
  readonly tokenCache?: TokenCache | undefined;
}

export interface SignInProps extends SignInWay {
  /** As the access file has it, to the letter. */
  readonly issuerUrl: string;
  readonly clientId: string;
  readonly settings: LoginSettings;
  /**
   * Secret of the application.
   *
   * @default - kubectl is a public client, and no argument is secret
   */
  readonly clientSecret?: string | undefined;
}

/** The one port that a person over SSH has to forward; a second one, which kubelogin would take too, is not. */
export const forwardedPort = 8000;

/** What `signInPlugin` is run with to print an ExecCredential with somebody's ID token: kubelogin, docs/usage.md */
export function signInArguments({ issuerUrl, clientId, settings, clientSecret, ...way }: SignInProps): string[] {
  const { deviceCode = false, headless = false, tokenCache } = way;
  return [
    "get-token",
    `--oidc-issuer-url=${issuerUrl}`,
    `--oidc-client-id=${clientId}`,
    ...(clientSecret === undefined ? [] : [`--oidc-client-secret=${clientSecret}`]),
    // Entra takes PKCE, but its discovery document does not say so: left to itself kubelogin would go without.
    "--oidc-pkce-method=S256",
    ...extraScopes(settings, clientId).map((scope) => `--oidc-extra-scope=${scope}`),
    ...(deviceCode ? ["--grant-type=device-code"] : []),
    ...(headless ? ["--skip-open-browser"] : []),
    ...(headless && !deviceCode ? [`--listen-address=127.0.0.1:${forwardedPort}`] : []),
    ...(tokenCache === undefined ? [] : [`--token-cache-storage=${tokenCache}`]),
  ];
}
