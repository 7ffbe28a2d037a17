import { signInArguments, signInPlugin, type SignInProps } from "../login/sign-in-arguments";

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

export interface KubeconfigProps extends SignInProps {
  readonly clusters: readonly ClusterConnection[];
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
    users: [{ name: user, user: { exec: signInExec(login) } }],
  };
}

/** client.authentication.k8s.io/v1: kubernetes.io/docs/reference/access-authn-authz/authentication */
export function signInExec(login: SignInProps) {
  return {
    apiVersion: "client.authentication.k8s.io/v1",
    command: signInPlugin,
    args: signInArguments(login),
    interactiveMode: "Never",
    provideClusterInfo: false,
    installHint,
  };
}

/** What kubectl prints where the plugin is not found: the installers of github.com/int128/kubelogin's README. */
const installHint = `kubectl signs in to Entra ID with ${signInPlugin}, which is not on the PATH. Install it with kubectl krew install oidc-login, brew install kubelogin or choco install kubelogin`;
