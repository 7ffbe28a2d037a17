import type { Access } from "../../config/schema/access";
import { hasOAuthServer } from "../../model/clusters/openshift";
import { own } from "../../model/own";
import type { Welcome } from "./welcome";

/** Whether OpenShift's OAuth server signs people in to a cluster: then `oc login` does it, and the kubeconfig has no credentials. */
export const isByOAuth = ({ clusters }: Pick<Access, "clusters">, cluster: string): boolean =>
  hasOAuthServer(own(clusters, cluster));

/** The clusters of this way among those that the person may do something on. */
export const oauthAmong = ({ access, held }: Pick<Welcome, "access" | "held">): string[] =>
  held.flatMap(({ cluster }) => (isByOAuth(access, cluster) ? [cluster] : []));
