/** Why a token of the login is none of an AKS cluster's business. */
export const ownApplication = (cluster: string) =>
  `clusters.${cluster} is an AKS cluster, which takes access tokens of Azure's own application and none of the login.`;
