import type { Access, AksCluster, Cluster, Eks, KubernetesCluster, OpenShiftCluster } from "../../config/schema/access";
import { sandboxContext } from "../clusters/kubernetes/kubeconfig";

type Credentials = Eks["credentials"];

/** What a sandbox has in the place of an operator's own way to a cluster. */
export interface RehearsedAccessProps {
  /** Path of a kubeconfig of the sandbox's own API server, by the key of the cluster. */
  readonly kubeconfig: (cluster: string) => string;
  /** URL of the proxy that leads to the sandbox and nowhere else. */
  readonly proxyUrl: string;
  /** Whether the AWS CLI is to be had. */
  readonly awsCli: boolean;
}

/**
 * An access file as it is deployed into a sandbox: no kubeconfig, proxy or state of the operator is ever used, and
 * nothing refuses to be destroyed, since a sandbox is taken down again.
 */
export function rehearsedAccess(access: Access, { kubeconfig, proxyUrl, awsCli }: RehearsedAccessProps): Access {
  const ofEks = (key: string, { credentials, ...eks }: Eks): Eks => ({
    ...eks,
    credentials: rehearsedCredentials(credentials, kubeconfig(key), awsCli),
    ...(eks.proxyUrl === undefined ? {} : { proxyUrl }),
  });
  const ofKubernetes = (key: string, given: KubernetesCluster["kubernetes"]): KubernetesCluster["kubernetes"] => ({
    kubeconfig: kubeconfig(key),
    context: sandboxContext,
    groupsClaims: given.groupsClaims,
    issuers: given.issuers,
    ...(given.proxyUrl === undefined ? {} : { proxyUrl }),
  });
  const ofAks = (key: string, given: AksCluster["aks"]): AksCluster["aks"] => ({
    kubeconfig: kubeconfig(key),
    context: sandboxContext,
    azureRbac: given.azureRbac,
    ...(given.proxyUrl === undefined ? {} : { proxyUrl }),
  });
  const ofOpenShift = (
    key: string,
    { proxyUrl: given, ...openshift }: OpenShiftCluster["openshift"],
  ): OpenShiftCluster["openshift"] => ({
    ...openshift,
    kubeconfig: kubeconfig(key),
    context: sandboxContext,
    ...(given === undefined ? {} : { proxyUrl }),
  });
  const inside = (key: string, cluster: Cluster): Cluster => {
    switch (cluster.kind) {
      case "eks":
        return { ...cluster, eks: ofEks(key, cluster.eks) };
      case "kubernetes":
        return { ...cluster, kubernetes: ofKubernetes(key, cluster.kubernetes) };
      case "aks":
        return { ...cluster, aks: ofAks(key, cluster.aks) };
      case "openshift":
        return { ...cluster, openshift: ofOpenShift(key, cluster.openshift) };
    }
  };
  const clusters = Object.entries(access.clusters).map(([key, cluster]) => [key, inside(key, cluster)] as const);
  return {
    ...access,
    clusters: Object.fromEntries(clusters),
    login: { ...access.login, protect: false },
    backend: { type: "local", directory: "state" },
  };
}

function rehearsedCredentials(credentials: Credentials, kubeconfig: string, awsCli: boolean): Credentials {
  if (typeof credentials === "object") return { kubeconfig, context: sandboxContext };
  switch (credentials) {
    case "ephemeral":
      return credentials;
    case "exec":
      return awsCli ? credentials : "ephemeral";
  }
}
