import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KubernetesVersion } from "../../model/authentication/kubernetes-version";
import type { TokenAuthenticator } from "../../model/authentication/token-authenticator";
import { apiServerArguments } from "../../sandbox/clusters/kubernetes/api-server-arguments";
import { ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import type { CertificateAuthority } from "../../sandbox/machine/certificates";
import { Child } from "../../sandbox/machine/child";
import { freePort } from "../../sandbox/machine/free-port";
import { TokenReviewer } from "./token-reviewer";

export interface OidcApiServerProps {
  readonly authenticator: TokenAuthenticator;
  /** A path; everything is written below it. */
  readonly folder: string;
  /** Path of kube-apiserver. */
  readonly binary: string;
  readonly etcdUrl: string;
  readonly authority: CertificateAuthority;
}

/** A kube-apiserver with the `--oidc-*` flags that EKS sets: a configuration file takes other algorithms. */
export interface OidcApiServer {
  readonly reviewer: TokenReviewer;
  readonly kubernetes: KubernetesVersion;
  readonly stop: () => Promise<void>;
}

/** The flags of an authenticator. A user-name prefix of `-` is none. [doc] kube-apiserver's reference */
function oidcFlags(authenticator: TokenAuthenticator, caFile: string): readonly string[] {
  const { issuerUrl, clientId, usernameClaim, usernamePrefix, groupsClaim, groupsPrefix, requiredClaims } =
    authenticator;
  const isDefault = usernamePrefix === (usernameClaim === "email" ? "" : `${issuerUrl}#`);
  return [
    `--oidc-issuer-url=${issuerUrl}`,
    `--oidc-client-id=${clientId}`,
    `--oidc-ca-file=${caFile}`,
    `--oidc-username-claim=${usernameClaim}`,
    ...(isDefault ? [] : [`--oidc-username-prefix=${usernamePrefix === "" ? "-" : usernamePrefix}`]),
    ...(groupsClaim === undefined ? [] : [`--oidc-groups-claim=${groupsClaim}`]),
    ...(groupsPrefix === "" ? [] : [`--oidc-groups-prefix=${groupsPrefix}`]),
    ...Object.entries(requiredClaims).map(([name, value]) => `--oidc-required-claim=${name}=${value}`),
  ];
}

/** Starts it. Whoever is authenticated may do everything, so that it says who has any name, or none. */
export async function startOidcApiServer(props: OidcApiServerProps): Promise<OidcApiServer> {
  const { authenticator, folder, binary, etcdUrl, authority } = props;
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
  const args = [...usual, "--authorization-mode=AlwaysAllow", ...oidcFlags(authenticator, ca)];
  const child = new Child({ binary, args, log });
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
