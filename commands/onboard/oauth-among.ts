import type { Access } from "../../config/schema/access";
import { byOAuthServer } from "../../model/clusters/openshift";
import { own } from "../../model/own";
import type { Welcome } from "./welcome";

/** Whether OpenShift's OAuth server signs people in to a cluster: then `oc login` does it, and the kubeconfig has no credentials. */
export const isByOAuth = ({ clusters }: Pick<Access, "clusters">, cluster: string): boolean => {
  const { openshift } = own(clusters, cluster) ?? {};
  return openshift !== undefined && byOAuthServer(openshift);
};

/** The clusters of this way among those that the person may do something on. */
export const oauthAmong = ({ access, held }: Pick<Welcome, "access" | "held">): string[] =>
  held.flatMap(({ cluster }) => (isByOAuth(access, cluster) ? [cluster] : []));
