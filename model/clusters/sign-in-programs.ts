import type { Access, Cluster } from "../../config/schema/access";
import { presentClusters } from "./present-clusters";
import { tokensOf, type Issuing } from "./tokens-of";

/** int128's kubelogin, Azure's kubelogin, and the command line of OpenShift. */
const programs = ["kubelogin", "azure-kubelogin", "oc"] as const;

export type SignInProgram = (typeof programs)[number];

const gets: Readonly<Record<Issuing, SignInProgram>> = {
  login: "kubelogin",
  azure: "azure-kubelogin",
  "oauth-server": "oc",
};

/** What signs people in to a cluster: its context in the kubeconfig names it, or has no credentials for `oc`. */
export const signInProgram = (cluster: Cluster | undefined): SignInProgram => gets[tokensOf(cluster)];

/** What signs people in to the clusters of an access file; kubelogin where it has none. */
export function signInPrograms(access: Pick<Access, "clusters">): SignInProgram[] {
  const needed = presentClusters(access).map(([, cluster]) => signInProgram(cluster));
  return needed.length === 0 ? ["kubelogin"] : programs.filter((program) => needed.includes(program));
}
