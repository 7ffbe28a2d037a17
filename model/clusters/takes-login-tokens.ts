import { hasOAuthServer } from "./openshift";

interface Taking {
  readonly aks?: unknown;
  readonly openshift?: { readonly signIn?: string | undefined } | undefined;
}

/**
 * Whether the API server of a cluster accepts ID tokens of the login application. An AKS cluster never does: it has an
 * application of its own (learn.microsoft.com/azure/aks/enable-authentication-microsoft-entra-id). An OAuth server of OpenShift
 * takes them itself, and its API server takes what that one makes of them.
 */
export const takesLoginTokens = (cluster: Taking): boolean => cluster.aks === undefined && !hasOAuthServer(cluster);

/** Why not, as a sentence ends. */
export const takesOthers = ({ aks }: Taking): string =>
  aks === undefined
    ? "the API server accepts only tokens of OpenShift's OAuth server"
    : "an AKS cluster accepts only tokens for its own application";
