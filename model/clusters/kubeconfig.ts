import { aksArguments, aksPlugin } from "./aks-sign-in";
import { signInArguments, signInPlugin, type SignInProps } from "../login/sign-in-arguments";
import type { ApiServerPlace } from "./api-server-place";

/** A cluster as a kubeconfig names it. */
export interface ClusterConnection extends ApiServerPlace {
  /** Key of the cluster. */
  readonly name: string;
  /**
   * Tenant whose people sign in to an AKS cluster.
   *
   * @default - they sign in to the login
   */
  readonly aksTenant?: string;
  /**
   * Whether an OAuth server of OpenShift signs people in: `oc login` puts its token into the kubeconfig.
   *
   * @default false
   */
  readonly byOAuthServer?: boolean;
}

export interface KubeconfigProps extends Partial<SignInProps> {
  readonly clusters: readonly ClusterConnection[];
}

/** A v1 Config, as far as this program writes one: kubernetes.io/docs/reference/config-api/kubeconfig.v1 */
export type Kubeconfig = ReturnType<typeof kubeconfig>;

/** A kubeconfig for everybody: signing in is kubelogin's business. */
export function kubeconfig(props: KubeconfigProps) {
  return kubeconfigWith(props, { user: "entra", aksUser: "entra-aks", place: (cluster) => cluster });
}

/** The same to stand in a kubeconfig with entries of others: no two clusters or applications get the same name there. */
export function kubeconfigAmongOthers(props: KubeconfigProps): Kubeconfig {
  return kubeconfigWith(props, {
    user: `entra-${props.clientId ?? ""}`,
    aksUser: `entra-aks-${props.clusters.find(({ aksTenant }) => aksTenant !== undefined)?.aksTenant ?? ""}`,
    place: (cluster) => `${cluster}-entra`,
  });
}

/** There is none of this name, so kubectl says at once what is missing instead of asking for a password. */
const missingUser = "run-oc-login";

type SignedIn = Pick<ClusterConnection, "aksTenant" | "byOAuthServer">;

interface Names {
  readonly user: string;
  /** Of AKS clusters, which another program signs in to. */
  readonly aksUser: string;
  /** Of a cluster and of its context, by the key of the cluster. */
  readonly place: (cluster: string) => string;
}

function kubeconfigWith({ clusters, ...login }: KubeconfigProps, { user, aksUser, place }: Names) {
  const ofLogin = ({ aksTenant, byOAuthServer = false }: SignedIn) => aksTenant === undefined && !byOAuthServer;
  const userOf = (place: SignedIn) => (ofLogin(place) ? user : place.aksTenant === undefined ? missingUser : aksUser);
  const places = clusters.map((cluster) => ({ ...cluster, name: place(cluster.name) }));
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": places[0]?.name ?? "",
    clusters: places.map(({ name, endpoint, certificateAuthority, tlsServerName, proxyUrl }) => ({
      name,
      cluster: {
        server: endpoint,
        ...(certificateAuthority === undefined ? {} : { "certificate-authority-data": certificateAuthority }),
        ...(tlsServerName === undefined ? {} : { "tls-server-name": tlsServerName }),
        ...(proxyUrl === undefined ? {} : { "proxy-url": proxyUrl }),
      },
    })),
    contexts: places.map(({ name, ...place }) => ({
      name,
      context: { cluster: name, user: userOf(place) },
    })),
    users: [
      ...(isLogin(login) && places.some(ofLogin) ? [{ name: user, user: { exec: signInExec(login) } }] : []),
      ...places
        .flatMap(({ aksTenant }) => aksTenant ?? [])
        .slice(0, 1)
        .map((tenant) => ({ name: aksUser, user: { exec: aksExec(tenant, login.deviceCode) } })),
    ],
  };
}

const isLogin = (login: Partial<SignInProps>): login is SignInProps => login.clientId !== undefined;

/** client.authentication.k8s.io/v1: kubernetes.io/docs/reference/access-authn-authz/authentication */
function signInExec(login: SignInProps) {
  return {
    apiVersion: "client.authentication.k8s.io/v1",
    command: signInPlugin,
    args: signInArguments(login),
    interactiveMode: "Never",
    provideClusterInfo: false,
    installHint,
  };
}

function aksExec(tenant: string, deviceCode: boolean | undefined): ReturnType<typeof signInExec> {
  return {
    apiVersion: "client.authentication.k8s.io/v1",
    command: aksPlugin,
    args: aksArguments(tenant, deviceCode),
    interactiveMode: "Never",
    provideClusterInfo: false,
    installHint: aksHint,
  };
}

/** github.com/Azure/kubelogin, docs/book/src/install.md */
const aksHint =
  "kubectl signs in to AKS with Azure's kubelogin, which is not on the PATH. Install it with az aks install-cli or brew install Azure/kubelogin/kubelogin";

/** What kubectl prints where the plugin is not found: the installers of github.com/int128/kubelogin's README. */
const installHint = `kubectl signs in to Entra ID with ${signInPlugin}, which is not on the PATH. Install it with kubectl krew install oidc-login, brew install kubelogin or choco install kubelogin`;
