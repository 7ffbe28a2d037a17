import type { KubernetesCluster, LoginSettings } from "../../../config/schema/access";
import { claimsRead } from "../../../model/clusters/claims-read";
import { authenticationConfiguration, type EmulatedIssuers } from "../eks/authentication-configuration";
import type { ApiServer } from "./api-server";

export interface Trust {
  readonly issuerUrl: string;
  readonly clientId: string;
  readonly settings: LoginSettings;
  readonly cluster: KubernetesCluster;
}

/** What operators do who set the flags of their API servers: each trusts the login that is deployed. */
export class TrustedLogin {
  private readonly trusted = new Map<ApiServer, { readonly clientId: string; readonly done: Promise<void> }>();

  constructor(private readonly issuers: EmulatedIssuers) {}

  /** Resolves once the API server takes the tokens of that application. */
  trust(server: ApiServer, { issuerUrl, clientId, settings, cluster }: Trust): Promise<void> {
    const known = this.trusted.get(server);
    if (known?.clientId === clientId) return known.done;
    const oidc = { identityProviderConfigName: "entra", issuerUrl, clientId, ...claimsRead(settings, cluster) };
    const done = server.configure(authenticationConfiguration(oidc, this.issuers));
    this.trusted.set(server, { clientId, done });
    return done;
  }
}
