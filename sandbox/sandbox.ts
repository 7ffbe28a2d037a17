import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Access } from "../config/schema/access";
import { issuerUrl } from "../model/login/login";
import { prefixesOn } from "../model/clusters/prefixes";
import { tokensOf } from "../model/clusters/tokens-of";
import { own } from "../model/own";
import type { Action, UrlAction } from "../model/rbac/verdict";
import { CertificateAuthority } from "./machine/certificates";
import { Closers } from "./machine/closers";
import { startClusters, type Clusters } from "./clusters/clusters";
import type { DirectorySeed } from "./msgraph/directory-view";
import { EntraError } from "./login/entra-error";
import { microsoftHosts, startProxy, type Proxy } from "./login/proxy";
import { startEntra, type EntraServer } from "./login/server";
import { TokenService } from "./login/tokens";
import { Directory } from "./msgraph/directory";
import { startGraph, type GraphServer } from "./msgraph/server";
import type { Binaries } from "./clusters/kubernetes/binaries";
import type { Refused } from "./clusters/kubernetes/token-reviews";
import { TrustedLogin, type Trust } from "./clusters/kubernetes/trusted-login";
import { RunningProviders } from "./terraform/running-providers";

export interface SandboxProps {
  readonly access: Access;
  /** Everything that is written goes below this folder. */
  readonly folder: string;
  readonly seed: DirectorySeed;
  /** etcd and kube-apiserver; `undefined` where they are not to be had. */
  readonly binaries: Binaries | undefined;
  /**
   * Least time that an association takes, in milliseconds.
   *
   * @default 3000
   */
  readonly associateMs?: number;
}

/** Emulated Entra, Microsoft Graph, EKS and STS, and a real API server for each cluster; on loopback only. */
export class Sandbox {
  private constructor(
    readonly props: SandboxProps,
    readonly directory: Directory,
    readonly graph: GraphServer,
    readonly entra: EntraServer,
    readonly proxy: Proxy,
    readonly clusters: Clusters,
    readonly providers: RunningProviders,
    private readonly tokens: TokenService,
    private readonly logins: TrustedLogin,
    private readonly closers: Closers,
  ) {}

  /** Starts everything; nothing is left running if a part does not start. */
  static async start(props: SandboxProps): Promise<Sandbox> {
    const closers = new Closers();
    try {
      return await Sandbox.startParts(props, closers);
    } catch (error) {
      await closers.close();
      throw error;
    }
  }

  private static async startParts(props: SandboxProps, closers: Closers): Promise<Sandbox> {
    const { access, folder, seed, binaries, associateMs = 3000 } = props;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const authority = await CertificateAuthority.create("entra-eks sandbox");
    writeFileSync(authorityFile(folder), authority.pem);
    const certificate = await authority.issueServer(["localhost", "127.0.0.1", ...microsoftHosts]);
    const directory = new Directory(seed);
    const graph = closers.add(await startGraph({ directory, certificate, port: 0 }), (server) => server.close());
    let localUrl = "";
    const tokens = new TokenService({ directory, localUrl: () => localUrl });
    const forward = graph.handle.bind(graph);
    const entra = closers.add(await startEntra({ tokens, directory, certificate, port: 0, forward }), (server) =>
      server.close(),
    );
    localUrl = entra.url;
    let apiServerPorts: readonly number[] = [];
    const proxy = closers.add(
      await startProxy({ port: 0, target: entra.port, apiServerPorts: () => apiServerPorts }),
      (server) => server.close(),
    );
    const discoveryUrl = entra.discoveryUrl.bind(entra);
    const clusters = await startClusters({ access, folder, authority, binaries, discoveryUrl, associateMs }, closers);
    apiServerPorts = [...clusters.apiServers.values()].map(({ url }) => Number(new URL(url).port));
    const providers = closers.add(new RunningProviders(join(folder, "providers")), (running) => running.close());
    const logins = new TrustedLogin({ issuerCa: authority.pem, discoveryUrl });
    return new Sandbox(props, directory, graph, entra, proxy, clusters, providers, tokens, logins, closers);
  }

  /** File with the certificate authority of every server here, PEM. */
  get authorityFile(): string {
    return authorityFile(this.props.folder);
  }

  /** The ID token that a person would get at sign-in, for the client ID that a cluster trusts. */
  async token(person: string, cluster: string, lifetimeSeconds = 3600, access = this.props.access): Promise<string> {
    if (tokensOf(own(access.clusters, cluster)) === "azure") return this.aksToken(person, cluster, lifetimeSeconds);
    const clientId = await this.trustedBy(cluster, access);
    if (clientId === undefined) throw new Error(`cluster ${cluster} trusts no login`);
    return this.tokens.idToken(person, { clientId, issuer: issuerUrl(access), lifetimeSeconds });
  }

  private async aksToken(person: string, cluster: string, lifetimeSeconds: number): Promise<string> {
    const server = this.clusters.apiServers.get(cluster);
    await (server && this.logins.trustAzure(server, this.directory.tenant.id));
    return this.tokens.aksToken(person, lifetimeSeconds);
  }

  /** The client ID that a cluster trusts. Whoever runs an API server of another kind than EKS takes it from the login. */
  private async trustedBy(key: string, access: Access): Promise<string | undefined> {
    const cluster = own(access.clusters, key);
    switch (cluster?.kind) {
      case undefined:
      case "aks":
        return undefined;
      case "eks":
        return this.clusters.eks.association(cluster.eks.name)?.oidc.clientId;
      case "kubernetes":
      case "openshift":
        return this.toldTo(key, cluster, access);
    }
  }

  private async toldTo(key: string, cluster: Trust["cluster"], access: Access): Promise<string | undefined> {
    const { login } = access;
    const application = this.directory.all("applications").find(({ displayName }) => displayName === login.name);
    const server = this.clusters.apiServers.get(key);
    if (application === undefined) return undefined;
    const clientId = String(application["appId"]);
    const prefixes = prefixesOn(access, cluster);
    const settings = {
      ...login,
      username: { ...login.username, prefix: prefixes.username },
      groups: { ...login.groups, prefix: prefixes.groups },
    };
    await (server && this.logins.trust(server, { issuerUrl: issuerUrl(access), clientId, settings, cluster }));
    return clientId;
  }

  /** What the API server of a cluster says to a person; a refusal may also come from Entra. */
  async may(person: string, cluster: string, action: Action | UrlAction): Promise<"yes" | "no" | Refused> {
    const server = this.clusters.apiServers.get(cluster);
    if (server === undefined) return { refused: "there is no API server" };
    try {
      return await server.may(await this.token(person, cluster), action);
    } catch (error) {
      if (error instanceof EntraError) return { refused: error.message };
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.closers.close();
  }
}

const authorityFile = (folder: string) => join(folder, "ca.pem");
