import type { Access } from "../../config/schema/access";
import { hasOAuthServer } from "./openshift";
import { presentClusters } from "./present-clusters";
import { takesLoginTokens } from "./takes-login-tokens";

/** int128's kubelogin, Azure's kubelogin, and the command line of OpenShift. */
export type SignInProgram = "kubelogin" | "azure-kubelogin" | "oc";

/** What signs people in to the clusters of an access file; kubelogin where it has none. */
export function signInPrograms(access: Pick<Access, "clusters">): SignInProgram[] {
  const clusters = presentClusters(access).map(([, cluster]) => cluster);
  return [
    ...(clusters.length === 0 || clusters.some(takesLoginTokens) ? ["kubelogin" as const] : []),
    ...(clusters.some(({ aks }) => aks !== undefined) ? ["azure-kubelogin" as const] : []),
    ...(clusters.some(hasOAuthServer) ? ["oc" as const] : []),
  ];
}
