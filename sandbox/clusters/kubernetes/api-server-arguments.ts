/** What is different from one API server to another; paths of files where nothing else is said. */
export interface ApiServerArguments {
  readonly etcdUrl: string;
  readonly etcdPrefix: string;
  readonly port: number;
  readonly tlsCert: string;
  readonly tlsKey: string;
  readonly clientCa: string;
  readonly serviceAccountKey: string;
  readonly authenticationConfig: string;
  /**
   * A kubeconfig.
   *
   * @default - no token is reviewed elsewhere
   */
  readonly tokenWebhook?: string;
}

/** Arguments of a kube-apiserver on loopback with RBAC, JWT authentication that can be reloaded, and a token webhook where there is one. */
export function apiServerArguments(given: ApiServerArguments): readonly string[] {
  const flags = {
    "etcd-servers": given.etcdUrl,
    "etcd-prefix": given.etcdPrefix,
    "bind-address": "127.0.0.1",
    "advertise-address": "127.0.0.1",
    "secure-port": given.port,
    "endpoint-reconciler-type": "none",
    "tls-cert-file": given.tlsCert,
    "tls-private-key-file": given.tlsKey,
    "client-ca-file": given.clientCa,
    "service-cluster-ip-range": "10.96.0.0/24",
    "service-account-issuer": "https://kubernetes.default.svc",
    "service-account-key-file": given.serviceAccountKey,
    "service-account-signing-key-file": given.serviceAccountKey,
    "authorization-mode": "RBAC",
    "authentication-config": given.authenticationConfig,
    ...(given.tokenWebhook === undefined ? {} : webhook(given.tokenWebhook)),
    // No controller manager makes ServiceAccounts here.
    "disable-admission-plugins": "ServiceAccount",
    "allow-privileged": "true",
    profiling: "false",
  };
  return Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
}

const webhook = (file: string) => ({
  "authentication-token-webhook-config-file": file,
  "authentication-token-webhook-version": "v1",
  "authentication-token-webhook-cache-ttl": "5s",
});
