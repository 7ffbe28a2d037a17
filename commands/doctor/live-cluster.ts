import type { Cluster } from "@aws-sdk/client-eks";
import { deployCommand } from "../../model/terraform/deploy-command";
import type { Deployed } from "./deployed";
import { about, type Finding } from "./finding";

const { broken, warning, fine } = about("association");

/** What AWS says of a cluster, apart from what it trusts. */
export function liveCluster(
  key: string,
  live: Cluster,
  state: Deployed<{ readonly endpoint: string }> | undefined,
): Finding[] {
  const place = `clusters.${key}`;
  const { status = "unknown", version = "unknown", endpoint = "", resourcesVpcConfig: network, logging } = live;
  const found: Finding[] = [];
  if (!["ACTIVE", "UPDATING"].includes(status)) {
    found.push(
      broken("cluster-not-active", `${place}: the cluster is ${status}`, "Wait, or look at its health in AWS"),
    );
  }
  if (state !== undefined && "outputs" in state && endpoint !== "" && state.outputs.endpoint !== endpoint) {
    const sentence = `${place}: AWS says that the endpoint is ${endpoint}, and the state says ${state.outputs.endpoint}`;
    found.push(
      broken("cluster-other-endpoint", sentence, `${deployCommand(`eks-${key}`)}, then print the kubeconfig again`),
    );
  }
  if (logging?.clusterLogging?.some(({ enabled, types }) => enabled === true && types?.includes("audit")) !== true) {
    const sentence = `${place}: the audit log is off, so nobody can say afterwards who did what`;
    found.push(warning("cluster-audit-off", sentence, 'Turn the log type "audit" on'));
  }
  const isPrivate = network?.endpointPublicAccess === false ? " and reached from its own network only" : "";
  return [...found, fine("cluster", `${place}: Kubernetes ${version}, ${status}${isPrivate}`)];
}
