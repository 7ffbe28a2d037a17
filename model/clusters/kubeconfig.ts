import type { LoginSettings } from "../../config/schema/access";
import { extraScopes } from "../login/login";

/** A cluster as a kubeconfig names it. */
export interface ClusterConnection {
  /** Key of the cluster; also the name of its context. */
  readonly name: string;
  /** URL of the API server. */
  readonly endpoint: string;
  /** Its certificate authority, PEM in base64. */
  readonly certificateAuthority: string;
  /**
   * URL of the proxy to it.
   *
   * @default - it is reached directly
   */
  readonly proxyUrl?: string;
}

export interface KubeconfigProps {
  readonly clusters: readonly ClusterConnection[];
  readonly issuerUrl: string;
  readonly clientId: string;
  readonly settings: LoginSettings;
  /**
   * Secret of the application.
   *
   * @default - kubectl is a public client, and nothing in the file is secret
   */
  readonly clientSecret?: string | undefined;
}

const user = "entra";

/** A kubeconfig (v1 Config) for everybody: signing in is kubelogin's business. */
export function kubeconfig({ clusters, ...login }: KubeconfigProps) {
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": clusters[0]?.name ?? "",
    clusters: clusters.map(({ name, endpoint, certificateAuthority, proxyUrl }) => ({
      name,
      cluster: {
        server: endpoint,
        "certificate-authority-data": certificateAuthority,
        ...(proxyUrl === undefined ? {} : { "proxy-url": proxyUrl }),
      },
    })),
    contexts: clusters.map(({ name }) => ({ name, context: { cluster: name, user } })),
    users: [{ name: user, user: { exec: signIn(login) } }],
  };
}

/** github.com/int128/kubelogin, docs/usage.md */
function signIn({ issuerUrl, clientId, settings, clientSecret }: Omit<KubeconfigProps, "clusters">) {
  return {
    apiVersion: "client.authentication.k8s.io/v1",
    command: "kubectl",
    args: [
      "oidc-login",
      "get-token",
      `--oidc-issuer-url=${issuerUrl}`,
      `--oidc-client-id=${clientId}`,
      ...(clientSecret === undefined ? [] : [`--oidc-client-secret=${clientSecret}`]),
      // Entra takes PKCE, but its discovery document does not say so: left to itself kubelogin would go without.
      "--oidc-pkce-method=S256",
      ...extraScopes(settings, clientId).map((scope) => `--oidc-extra-scope=${scope}`),
    ],
    interactiveMode: "Never",
    provideClusterInfo: false,
    installHint: "kubectl needs the plugin oidc-login to sign in with Entra ID: kubectl krew install oidc-login",
  };
}
