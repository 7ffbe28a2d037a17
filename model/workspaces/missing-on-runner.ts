import type { Access, Cluster } from "../../config/schema/access";
import { kubeconfigWay } from "../clusters/kubeconfig-way";
import { own } from "../own";

/**
 * What a stack needs on the machine that runs it and a runner of HCP Terraform does not have. A runner has Terraform and its
 * providers: developer.hashicorp.com/terraform/cloud-docs/run/install-software. Entra and Microsoft Graph need nothing else.
 */
export function missingOnRunner({ clusters, portal, clients }: Access, stack: string): string[] {
  const [, kind, key] = /^(eks|rbac|client|openshift)-(.*)$/.exec(stack) ?? [];
  if (kind === "eks") return profileOf(own(clusters, key));
  if (kind === "rbac") return ofApiServer(own(clusters, key));
  if (kind === "openshift") return ofOpenShift(own(clusters, key));
  const placed = stack === "portal" ? portal : own(clients, kind === "client" ? key : undefined);
  if (placed === undefined) return [];
  const cluster = own(clusters, placed.cluster);
  const inAws = typeof placed.secret?.store === "object";
  return inAws ? profileOf(cluster) : ofApiServer(cluster);
}

function ofApiServer(cluster: Cluster | undefined): string[] {
  if (cluster === undefined) return [];
  const { eks } = cluster;
  if (eks === undefined) return [fileOf(kubeconfigWay(cluster))];
  if (typeof eks.credentials === "object") return [fileOf(eks.credentials)];
  return [...profileOf(cluster), ...(eks.credentials === "exec" ? ["the AWS CLI"] : [])];
}

/** Red Hat's API is reached from everywhere, with variables of the workspace: `credentials` in workspace.ts. */
const ofOpenShift = (cluster: Cluster | undefined) =>
  cluster?.openshift?.signIn === "rosa-classic" ? [] : ofApiServer(cluster);

const fileOf = ({ kubeconfig }: { readonly kubeconfig: string }) =>
  `the kubeconfig ${kubeconfig} and the programs that it starts, such as kubelogin`;

const profileOf = (cluster: Cluster | undefined) =>
  cluster?.eks?.profile === undefined ? [] : [`the AWS profile ${cluster.eks.profile}`];
