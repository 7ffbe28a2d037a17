import type { Kind } from "../../config/schema/clusters/kinds";
import { byOAuthServer } from "./openshift";

/** Whose tokens an API server takes: of the login, of Azure's own application, or of OpenShift's OAuth server. */
export type Issuing = "login" | "azure" | "oauth-server";

/** As much of a cluster as decides it. */
export type Taking =
  | { readonly kind: Exclude<Kind, "openshift"> }
  | { readonly kind: "openshift"; readonly openshift: { readonly signIn?: string | undefined } };

/**
 * Whose tokens the API server of a cluster takes. AKS has an application of its own:
 * learn.microsoft.com/azure/aks/enable-authentication-microsoft-entra-id. An OAuth server of OpenShift takes ID tokens of the
 * login itself, and its API server takes what that one makes of them.
 *
 * @param cluster of one that is not known the login is expected
 */
export function tokensOf(cluster: Taking | undefined): Issuing {
  switch (cluster?.kind) {
    case undefined:
    case "eks":
    case "kubernetes":
      return "login";
    case "aks":
      return "azure";
    case "openshift":
      return byOAuthServer(cluster.openshift) ? "oauth-server" : "login";
  }
}

/** Why it takes none of the login, as a sentence ends. */
export const takesOthers: Readonly<Record<Exclude<Issuing, "login">, string>> = {
  azure: "an AKS cluster accepts only tokens for its own application",
  "oauth-server": "the API server accepts only tokens of OpenShift's OAuth server",
};
