import type { Eks } from "../../config/schema/access";
import { isEksEndpoint } from "../../model/clusters/eks-endpoint";
import { wayTo, type Way } from "../../model/clusters/way-to";
import { ask } from "../https/ask";
import { clock } from "./clock";
import type { DeployedStacks, NamedCluster } from "./deployed";
import { about, type Finding } from "./finding";
import type { Surroundings } from "./surroundings";
import { unanswered } from "../https/unanswered";

const { broken, warning, fine, notLookedAt } = about("cluster-endpoints");

/** Whether the API server of each cluster answers from here, with the certificate that its state names. */
export async function clusterEndpoints(
  clusters: readonly NamedCluster[],
  deployed: Pick<DeployedStacks, "clusters">,
  surroundings: Surroundings,
): Promise<Finding[]> {
  const found = await Promise.all(clusters.map((cluster) => clusterEndpoint(cluster, deployed, surroundings)));
  return found.flat();
}

async function clusterEndpoint(
  [key, cluster]: NamedCluster,
  deployed: Pick<DeployedStacks, "clusters">,
  { env, now, limit }: Surroundings,
): Promise<Finding[]> {
  const stack = deployed.clusters.get(key);
  if (stack === undefined || "reason" in stack) {
    return [notLookedAt("endpoint", `clusters.${key}: its endpoint is not known. ${stack?.reason ?? ""}`)];
  }
  const { endpoint, certificateAuthority, tlsServerName, proxyUrl } = stack.outputs;
  if (proxyUrl?.startsWith("socks") === true) {
    return [
      notLookedAt("endpoint", `clusters.${key}: its endpoint is behind a SOCKS proxy, which this command cannot use`),
    ];
  }
  const way = wayTo(cluster);
  const foreign = way.by === "aws" ? foreignEndpoint(key, way.eks, endpoint) : [];
  try {
    const answered = await ask(`${endpoint.replace(/\/$/, "")}/readyz`, {
      env,
      now,
      signal: limit(),
      ...(certificateAuthority === undefined
        ? {}
        : { ca: Buffer.from(certificateAuthority, "base64").toString("latin1") }),
      ...(tlsServerName === undefined ? {} : { serverName: tlsServerName }),
      ...(proxyUrl === undefined ? {} : { proxy: proxyUrl }),
    });
    return [reached(key, way, answered.status), ...foreign, ...clock(`the API server of ${key}`, answered.aheadMs)];
  } catch (error) {
    return [notReached(key, way, endpoint, error), ...foreign];
  }
}

function foreignEndpoint(key: string, { region }: Eks, endpoint: string): Finding[] {
  if (isEksEndpoint(endpoint, region)) return [];
  return [
    warning(
      "endpoint-foreign",
      `clusters.${key}: the state says that its API server is ${endpoint}, which is not an EKS address in ${region}`,
      "Compare it with aws eks describe-cluster: people's tokens are sent there",
    ),
  ];
}

/** Who is not signed in gets 401 or 403, which is an answer. */
function reached(key: string, { by }: Way, status: number): Finding {
  if (status < 500) return fine("endpoint", `clusters.${key}: its API server answers`);
  return warning(
    "endpoint-not-ready",
    `clusters.${key}: its API server answers ${String(status)}, so it is not ready`,
    `Wait, and look at the cluster's health${by === "aws" ? " in AWS" : ""}`,
  );
}

function notReached(key: string, way: Way, endpoint: string, error: unknown): Finding {
  const { kind, reason } = unanswered(error);
  if (way.by === "kubeconfig") {
    return broken(
      kind === "untrusted" ? "endpoint-untrusted" : "endpoint-unreachable",
      kind === "untrusted"
        ? `clusters.${key}: ${endpoint} shows a certificate that the kubeconfig's certificate authority did not sign`
        : `clusters.${key}: ${endpoint} cannot be reached from here: ${reason}`,
      `Correct the context of the kubeconfig that ${way.kind}.kubeconfig names, or set ${way.kind}.proxyUrl`,
    );
  }
  if (kind === "untrusted") {
    return broken(
      "endpoint-untrusted",
      `clusters.${key}: ${endpoint} shows a certificate that the state's certificate authority did not sign`,
      `If the cluster was made anew, deploy eks-${key} and print the kubeconfig again. Else a proxy looks into TLS`,
    );
  }
  return broken(
    "endpoint-unreachable",
    `clusters.${key}: ${endpoint} cannot be reached from here: ${reason}`,
    "If the endpoint is private, connect to its network, or set eks.proxyUrl. If the cluster is gone, remove its entry",
  );
}
