/**
 * Whether the API server of a cluster accepts ID tokens of the login application. An AKS cluster never does: it has an
 * application of its own (learn.microsoft.com/azure/aks/enable-authentication-microsoft-entra-id).
 */
export const takesLoginTokens = (cluster: object): boolean => !("aks" in cluster);
