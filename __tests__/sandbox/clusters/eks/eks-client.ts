import type { AuthenticationConfiguration } from "../../../../sandbox/clusters/eks/authentication-configuration";
import type { Update } from "../../../../sandbox/clusters/eks/update";
import { startEks, type EksProps, type EksServer } from "../../../../sandbox/clusters/eks/server";
import { signed, type SigningKey } from "./signing";

export const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMIbPxRfiCYEXAMPLEKEY" };
export const oidc = {
  identityProviderConfigName: "entra",
  issuerUrl: "https://login.contoso.com/v2.0",
  clientId: "11111111-2222-3333-4444-555555555555",
};

/** What tests read of answers; each answer has a part of it. */
interface Body {
  readonly message: string;
  readonly update: Update;
  readonly identityProviderConfig: { readonly oidc: Readonly<Record<string, unknown>> };
  readonly cluster: {
    readonly identity: { readonly oidc: { readonly issuer: string } };
    readonly logging: { readonly clusterLogging: unknown };
  };
  readonly status: { readonly authenticated: boolean; readonly error?: string; readonly user?: object };
}

/** An answer of EKS. */
export interface Answered {
  readonly status: number;
  /** Type of the error, if it is one. */
  readonly type: string | null;
  readonly body: Body;
  readonly text: string;
}

/** EKS with one cluster, and a client of it. */
export class EksClient {
  /** What the API server was told, in order. */
  readonly told: AuthenticationConfiguration[] = [];
  /** Lets the API server run with what it was told last. */
  letGo: () => void = () => undefined;
  private gate = Promise.resolve();

  private constructor(readonly server: EksServer) {}

  static async start(props: Partial<EksProps> = {}, status = "ACTIVE"): Promise<EksClient> {
    const cluster = {
      name: "prod-eks",
      region: "eu-central-1",
      status,
      endpoint: "https://127.0.0.1:6443",
      certificateAuthority: "-----BEGIN CERTIFICATE-----\n",
      logging: ["audit"],
      configure: (configuration: AuthenticationConfiguration) => {
        client.told.push(configuration);
        return client.gate;
      },
    };
    const common = {
      port: 0,
      credentials: [credentials],
      issuerCa: "issuer CA",
      discoveryUrl: () => undefined,
      associateMs: 1,
    };
    const client = new EksClient(await startEks({ ...common, clusters: [cluster], ...props }));
    return client;
  }

  /** From now on the API server takes its time, until it is let go. */
  hold(): void {
    this.gate = new Promise((resolve) => (this.letGo = resolve));
  }

  /** @param key whom the request is signed by; `null` for nobody */
  async ask(method: string, path: string, sent?: unknown, key: SigningKey | null = credentials): Promise<Answered> {
    const body = typeof sent === "string" || sent === undefined ? sent : JSON.stringify(sent);
    const url = new URL(this.server.url + path);
    return this.send(method, url, body, key === null ? {} : signed(method, url, body ?? "", key));
  }

  /** A request whose headers are as they are. */
  async send(
    method: string,
    url: URL,
    body: string | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answered> {
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    const json = response.headers.get("content-type") === "application/json";
    const answered = (json ? JSON.parse(text) : {}) as Body;
    return { status: response.status, type: response.headers.get("x-amzn-errortype"), body: answered, text };
  }

  associate(over: object = {}, more: object = {}, cluster = "prod-eks"): Promise<Answered> {
    const body = { oidc: { ...oidc, ...over }, ...more };
    return this.ask("POST", `/clusters/${cluster}/identity-provider-configs/associate`, body);
  }

  on(operation: "describe" | "disassociate", name = "entra"): Promise<Answered> {
    const body = { identityProviderConfig: { type: "oidc", name } };
    return this.ask("POST", `/clusters/prod-eks/identity-provider-configs/${operation}`, body);
  }

  /** The update that an answer names, once it is no longer in progress. */
  async over({ body }: Answered): Promise<Answered> {
    for (;;) {
      const update = await this.ask("GET", `/clusters/prod-eks/updates/${body.update.id}`);
      if (update.body.update.status !== "InProgress") return update;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
