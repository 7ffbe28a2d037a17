import { oauthServerOf } from "../../../model/clusters/openshift";
import { presentClusters } from "../../../model/clusters/present-clusters";
import type { Finder } from "../found";

/**
 * OpenShift binds self-provisioner to `system:authenticated:oauth`, and its template for new projects binds admin to whoever asked:
 * github.com/openshift/openshift-apiserver, pkg/bootstrappolicy/policy.go and
 * pkg/project/apiserver/registry/projectrequest/delegated/sample_template.go
 */
export const selfProvisioners: Finder = function* (access) {
  for (const [key, cluster] of presentClusters(access)) {
    if (oauthServerOf(cluster) === undefined) continue;
    yield [
      ["clusters", key, "openshift", "signIn"],
      "lets everybody who signs in create projects, and be admin in each of them, unless the cluster took that away",
    ];
  }
};
