import type { ServerCertificate } from "../../machine/listening";

/** Of whom to talk to, and as whom. */
export interface KubeconfigProps {
  readonly server: string;
  /**
   * PEM of the server's authority.
   *
   * @default - the server has no TLS
   */
  readonly ca?: string;
  /**
   * The client's certificate.
   *
   * @default - nobody in particular
   */
  readonly client?: ServerCertificate;
}

/** The one context of each kubeconfig here. */
export const sandboxContext = "sandbox";

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A kubeconfig that needs no other file; JSON, which is YAML. */
export function kubeconfig({ server, ca, client }: KubeconfigProps): string {
  const cluster = { server, ...(ca === undefined ? {} : { "certificate-authority-data": base64(ca) }) };
  const user =
    client === undefined
      ? {}
      : { "client-certificate-data": base64(client.cert), "client-key-data": base64(client.key) };
  const name = sandboxContext;
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": name,
    clusters: [{ name, cluster }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
