import type { KubernetesCluster, LoginSettings, OpenShiftCluster } from "../../../config/schema/access";
import { aksServer } from "../../../model/clusters/aks-sign-in";
import { claimsRead } from "../../../model/clusters/claims-read";
import { aksClaims } from "../../login/aks-identity";
import type { OidcRequest } from "../eks/oidc-request";
import { authenticationConfiguration, type EmulatedIssuers } from "../eks/authentication-configuration";
import type { ApiServer } from "./api-server";

export interface Trust {
  readonly issuerUrl: string;
  readonly clientId: string;
  readonly settings: LoginSettings;
  readonly cluster: KubernetesCluster | OpenShiftCluster;
}

/**
 * What operators do who set the flags of their API servers: each trusts the login that is deployed. Where an OAuth server of OpenShift stands
 * between, the API server reads here what that one would make of the same ID token.
 */
export class TrustedLogin {
  private readonly trusted = new Map<ApiServer, { readonly clientId: string; readonly done: Promise<void> }>();

  constructor(private readonly issuers: EmulatedIssuers) {}

  /** Resolves once the API server takes the tokens of that application. */
  trust(server: ApiServer, { issuerUrl, clientId, settings, cluster }: Trust): Promise<void> {
    return this.told(server, { issuerUrl, clientId, ...claimsRead(settings, cluster) });
  }

  /** What Azure does: each AKS cluster takes Azure's own application. */
  trustAzure(server: ApiServer, tenant: string): Promise<void> {
    const { username, groups } = aksClaims;
    return this.told(server, {
      issuerUrl: `https://sts.windows.net/${tenant}/`,
      clientId: aksServer,
      usernameClaim: username,
      usernamePrefix: "-",
      groupsClaim: groups,
    });
  }

  private told(server: ApiServer, login: Omit<OidcRequest, "identityProviderConfigName">): Promise<void> {
    const { clientId } = login;
    const known = this.trusted.get(server);
    if (known?.clientId === clientId) return known.done;
    const oidc = { identityProviderConfigName: "entra", ...login };
    const done = server.configure(authenticationConfiguration(oidc, this.issuers));
    this.trusted.set(server, { clientId, done });
    return done;
  }
}
