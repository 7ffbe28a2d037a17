import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KubernetesVersion } from "../../model/authentication/kubernetes-version";
import { apiServerArguments } from "../../sandbox/clusters/kubernetes/api-server-arguments";
import { ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import type { CertificateAuthority } from "../../sandbox/machine/certificates";
import { Child } from "../../sandbox/machine/child";
import { freePort } from "../../sandbox/machine/free-port";
import { TokenReviewer } from "./token-reviewer";

export interface OidcApiServerProps {
  /** Arguments that say whose tokens it takes. */
  readonly args: readonly string[];
  /** A path; everything is written below it. */
  readonly folder: string;
  /** Path of kube-apiserver. */
  readonly binary: string;
  readonly etcdUrl: string;
  readonly authority: CertificateAuthority;
}

/** A kube-apiserver that trusts an issuer of this machine. */
export interface OidcApiServer {
  readonly reviewer: TokenReviewer;
  readonly kubernetes: KubernetesVersion;
  readonly stop: () => Promise<void>;
}

/** Starts it. Whoever is authenticated may do everything, so that it says who has any name, or none. */
export async function startOidcApiServer(props: OidcApiServerProps): Promise<OidcApiServer> {
  const { folder, binary, etcdUrl, authority } = props;
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string) => {
    const path = join(folder, file);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const tls = await authority.issueServer(["localhost", "127.0.0.1"]);
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const port = await freePort();
  const ca = write("ca.pem", authority.pem);
  const usual = apiServerArguments({
    etcdUrl,
    etcdPrefix: folder,
    port,
    tlsCert: write("server.pem", tls.cert),
    tlsKey: write("server.key", tls.key),
    clientCa: ca,
    serviceAccountKey: write("service-account.key", privateKey.export({ type: "sec1", format: "pem" }).toString()),
    authenticationConfig: "",
    tokenWebhook: "",
  }).filter((argument) => !/^--(authentication-|authorization-mode)/.test(argument));
  const log = join(folder, "log");
  const args = [...usual, "--authorization-mode=AlwaysAllow", ...props.args];
  // What the machine trusts: a printed configuration names no authority, because Entra needs none.
  const child = new Child({ binary, args, log, env: { SSL_CERT_FILE: ca } });
  const url = `https://127.0.0.1:${port}`;
  const client = await authority.issueClient({ commonName: "administrator", organization: "system:masters" });
  const administrator = new ApiClient(url, authority.pem, client);
  await child.untilReady(async () => (await administrator.ask("GET", "/readyz")).status === 200);
  const { major, minor } = (await administrator.json("GET", "/version")) as { major: string; minor: string };
  const reviewer = new TokenReviewer({ url, ca: authority.pem, log });
  return {
    reviewer,
    kubernetes: { major: parseInt(major), minor: parseInt(minor) },
    stop: async () => {
      reviewer.close();
      await child.stop();
    },
  };
}
