import { mapsBy, type OpenShift } from "../../../model/clusters/openshift";
import { presentClusters } from "../../../model/clusters/present-clusters";
import type { Path } from "../../mistake";
import type { Access } from "../../schema/access";
import type { Warning } from "../warning";

/** docs.redhat.com, OpenShift Container Platform 4.20, "Manually provisioning a user when using the lookup mapping method" */
export const lookupMapping: Warning = function* (access) {
  for (const path of mappedBy(access, "lookup")) {
    yield [
      path,
      'is "lookup", so only those sign in for whom you made a User, an Identity and a UserIdentityMapping',
      "report, can-i, who-can and explain answer as if you had made them for everybody.",
    ];
  }
};

/** docs.redhat.com, OpenShift Container Platform 4.20, "Identity provider parameters" */
export const addMapping: Warning = function* (access) {
  for (const path of mappedBy(access, "add")) {
    yield [
      path,
      'is "add", so whoever has the same user name from another identity provider of the cluster is the same user',
      "That person has every grant and every group of the Entra account. Use it only if the same people choose the user names of all providers.",
    ];
  }
};

function mappedBy(access: Pick<Access, "clusters">, method: NonNullable<OpenShift["mappingMethod"]>): Path[] {
  return presentClusters(access).flatMap(([key, cluster]) =>
    mapsBy(cluster, method) ? [["clusters", key, "openshift", "mappingMethod"]] : [],
  );
}
