import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Action, UrlAction } from "../../../model/rbac/verdict";
import type { CertificateAuthority } from "../../machine/certificates";
import { withoutIssuer, type AuthenticationConfiguration } from "../eks/authentication-configuration";
import { fillAggregatedRoles } from "./aggregated-roles";
import { ApiClient, ApiRefusal } from "./api-client";
import { apiServerArguments } from "./api-server-arguments";
import { ApiServerLog } from "./api-server-log";
import { AuthenticationConfigFile, runsWith } from "./authentication-config-file";
import { Child } from "../../machine/child";
import { freePort } from "../../machine/free-port";
import { kubeconfig } from "./kubeconfig";
import { TokenReviews, type Identity, type Refused } from "./token-reviews";

export interface ApiServerProps {
  /** Of the cluster; also its prefix in etcd. */
  readonly name: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly etcdUrl: string;
  /** Everything is written below it, into a folder of the cluster's name. */
  readonly folder: string;
  /** Path of kube-apiserver. */
  readonly binary: string;
  readonly authority: CertificateAuthority;
  /**
   * Reviews tokens that are no JWT.
   *
   * @default - nobody does
   */
  readonly webhookUrl?: string;
}

/** So often the API server is asked whether it has taken a new configuration: whoever is slow to take it is slow to answer. */
const patience = 300;

/** A real kube-apiserver on loopback, without the rest of a control plane. */
export class ApiServer {
  private constructor(
    readonly name: string,
    readonly url: string,
    /** Path of a file that signs in as administrator. */
    readonly adminKubeconfig: string,
    private readonly child: Child,
    private readonly administrator: ApiClient,
    private readonly configFile: AuthenticationConfigFile,
    private readonly reviews: TokenReviews,
  ) {}

  /** Starts it, and waits until it is ready. */
  static async start({ name, folder, binary, authority, webhookUrl, ...props }: ApiServerProps): Promise<ApiServer> {
    const home = join(folder, name);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const write = (file: string, text: string) => {
      const path = join(home, file);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    };
    const port = props.port === 0 ? await freePort() : props.port;
    const url = `https://127.0.0.1:${port}`;
    const names = ["localhost", "kubernetes", "kubernetes.default.svc", "127.0.0.1", "10.96.0.1"];
    const tls = await authority.issueServer(names);
    const client = await authority.issueClient({ commonName: "sandbox-admin", organization: "system:masters" });
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const configFile = new AuthenticationConfigFile(join(home, "authentication.json"));
    configFile.write(withoutIssuer);
    const log = new ApiServerLog(join(home, "log"));
    const args = apiServerArguments({
      etcdUrl: props.etcdUrl,
      etcdPrefix: `/${name}`,
      port,
      tlsCert: write("server.pem", tls.cert),
      tlsKey: write("server.key", tls.key),
      clientCa: write("ca.pem", authority.pem),
      serviceAccountKey: write("service-account.key", privateKey.export({ type: "sec1", format: "pem" }).toString()),
      authenticationConfig: configFile.path,
      ...(webhookUrl === undefined
        ? {}
        : { tokenWebhook: write("webhook.kubeconfig", kubeconfig({ server: webhookUrl })) }),
    });
    const adminKubeconfig = write("admin.kubeconfig", kubeconfig({ server: url, ca: authority.pem, client }));
    const child = new Child({ binary, args, log: log.path });
    const administrator = new ApiClient(url, authority.pem, client);
    await child.untilReady(async () => (await administrator.ask("GET", "/readyz")).status === 200);
    const reviews = new TokenReviews({ url, ca: authority.pem }, log);
    return new ApiServer(name, url, adminKubeconfig, child, administrator, configFile, reviews);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Resolves once the API server runs with it, or after its patience: an issuer that does not answer is never taken. */
  async configure(configuration: AuthenticationConfiguration): Promise<void> {
    const hash = this.configFile.write(configuration);
    for (let times = 0; times < patience && !this.child.hasEnded; times++) {
      const metrics = await this.administrator.ask("GET", "/metrics").catch(() => undefined);
      if (metrics !== undefined && runsWith(metrics.text, hash)) return;
      await wait(200);
    }
  }

  /** Does what a controller manager does with aggregated ClusterRoles, once. */
  fillAggregatedRoles(): Promise<void> {
    return fillAggregatedRoles(this.administrator);
  }

  /** One that is there already is left as it is. */
  async createNamespace(name: string): Promise<void> {
    const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name } };
    const { status, text } = await this.administrator.ask("POST", "/api/v1/namespaces", namespace);
    if (status !== 201 && status !== 409) throw new ApiRefusal(`namespace ${name}: ${status} ${text}`);
  }

  /** What an administrator reads at this path. */
  read(path: string): Promise<unknown> {
    return this.administrator.json("GET", path);
  }

  whoAmI(token: string): Promise<Identity | Refused> {
    return this.reviews.whoAmI(token);
  }

  may(token: string, action: Action | UrlAction): Promise<"yes" | "no" | Refused> {
    return this.reviews.may(token, action);
  }

  stop(): Promise<void> {
    return this.child.stop();
  }
}
