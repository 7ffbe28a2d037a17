import type { Access, Cluster } from "../../config/schema/access";
import { ofKind } from "../clusters/of-kind";
import { stackKinds, type StackKind } from "../clusters/own-stack";
import { wayTo } from "../clusters/way-to";
import { own } from "../own";

/**
 * What a stack needs on the machine that runs it and a runner of HCP Terraform does not have. A runner has Terraform and its
 * providers: developer.hashicorp.com/terraform/cloud-docs/run/install-software. Entra and Microsoft Graph need nothing else.
 */
export function missingOnRunner({ clusters, portal, clients }: Access, stack: string): string[] {
  const [, kind, key] = ofOne.exec(stack) ?? [];
  if (kind === "rbac") return ofApiServer(own(clusters, key));
  const ownStack = stackKinds.find((one) => one === kind);
  if (ownStack !== undefined) return ofStack[ownStack](own(clusters, key));
  const placed = stack === "portal" ? portal : own(clients, kind === "client" ? key : undefined);
  if (placed === undefined) return [];
  const cluster = own(clusters, placed.cluster);
  const inAws = typeof placed.secret?.store === "object";
  return inAws ? profileOf(cluster) : ofApiServer(cluster);
}

const ofOne = new RegExp(`^(rbac|client|${stackKinds.join("|")})-(.*)$`);

function ofApiServer(cluster: Cluster | undefined): string[] {
  if (cluster === undefined) return [];
  const way = wayTo(cluster);
  if (way.by === "kubeconfig") return [fileOf(way.kubeconfig)];
  const { eks } = way;
  if (typeof eks.credentials === "object") return [fileOf(eks.credentials)];
  return [...profileOf(cluster), ...(eks.credentials === "exec" ? ["the AWS CLI"] : [])];
}

const ofStack: Readonly<Record<StackKind, (cluster: Cluster | undefined) => string[]>> = {
  eks: profileOf,
  openshift: ofOpenShift,
};

/** Red Hat's API is reached from everywhere, with variables of the workspace: `credentials` in workspace.ts. */
function ofOpenShift(cluster: Cluster | undefined): string[] {
  return ofKind(cluster, "openshift")?.openshift.signIn === "rosa-classic" ? [] : ofApiServer(cluster);
}

const fileOf = ({ kubeconfig }: { readonly kubeconfig: string }) =>
  `the kubeconfig ${kubeconfig} and the programs that it starts, such as kubelogin`;

function profileOf(cluster: Cluster | undefined): string[] {
  const profile = ofKind(cluster, "eks")?.eks.profile;
  return profile === undefined ? [] : [`the AWS profile ${profile}`];
}
