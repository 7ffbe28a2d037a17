import type { Cluster, KubernetesCluster } from "../../../config/schema/access";
import { ofKind } from "../../clusters/of-kind";
import { oauthServerOf } from "../../clusters/openshift";
import { own } from "../../own";
import type { ComparedCluster } from "./compared-clusters";
import type { Holder } from "./holders";
import type { HeldOpening, Opening } from "./opening";

type Issuer = KubernetesCluster["kubernetes"]["issuers"][number];
type Claims = Cluster["requiredClaims"];

/** Whom a cluster takes beside those whom the access file knows. */
export function clusterOpenings({ key, name, before, after }: ComparedCluster): HeldOpening[] {
  const opening = (kind: Opening["kind"], what: Opening["what"], holder: Holder, ...inside: string[]): HeldOpening => [
    holder,
    { kind, what, where: name, at: ["clusters", key, ...inside] },
  ];
  const claims = (kind: Opening["kind"], required: readonly string[]) =>
    required.length === 0
      ? []
      : [opening(kind, "claims", { name: required.join(" or "), kind: "without claims" }, "requiredClaims")];
  const issuers = (kind: Opening["kind"], one: readonly Issuer[], other: readonly Issuer[]) =>
    one
      .filter((issuer) => !other.some((its) => isWithin(issuer, its)))
      .map(({ url }) => opening(kind, "issuer", { name: url, kind: "issuer" }, "kubernetes", "issuers"));
  const groupsClaims = (kind: Opening["kind"], one: readonly string[], other: readonly string[]) =>
    one
      .filter((claim) => !other.includes(claim))
      .map((claim) =>
        opening(kind, "groups claim", { name: claim, kind: "groups claim" }, "kubernetes", "groupsClaims"),
      );
  // OpenShift lets whoever its OAuth server knows create projects: [src] model/rbac/openshift-defaults.ts
  const projects = (kind: Opening["kind"], one: Cluster | undefined, other: Cluster | undefined) =>
    oauthServerOf(one) !== undefined && oauthServerOf(other) === undefined
      ? [opening(kind, "projects", { name, kind: "oauth server" }, "openshift", "signIn")]
      : [];
  // Azure's roles are beside the file: learn.microsoft.com/azure/aks/manage-azure-rbac
  const azureRoles = (kind: Opening["kind"], one: Cluster | undefined, other: Cluster | undefined) =>
    isOpenToAzure(one) && !isOpenToAzure(other)
      ? [opening(kind, "azure roles", { name, kind: "azure role" }, "aks", "azureRbac")]
      : [];
  // By any identity provider of the cluster: docs.redhat.com, OpenShift Container Platform 4.20, "Identity provider parameters"
  const namesakes = (kind: Opening["kind"], one: Cluster | undefined, other: Cluster | undefined) =>
    addsToUsers(one) && !addsToUsers(other)
      ? [opening(kind, "same user", { name, kind: "namesake" }, "openshift", "mappingMethod")]
      : [];
  const [was, is] = [before, after].map((cluster) => ofKind(cluster, "kubernetes")?.kubernetes);
  // Who comes with a cluster, or goes with it, is told as such.
  const [required, requires] =
    before === undefined || after === undefined ? [{}, {}] : [before.requiredClaims, after.requiredClaims];
  return [
    ...projects("gain", after, before),
    ...projects("loss", before, after),
    ...azureRoles("gain", after, before),
    ...azureRoles("loss", before, after),
    ...namesakes("gain", after, before),
    ...namesakes("loss", before, after),
    ...claims("gain", beyond(required, requires)),
    ...claims("loss", beyond(requires, required)),
    ...issuers("gain", is?.issuers ?? [], was?.issuers ?? []),
    ...issuers("loss", was?.issuers ?? [], is?.issuers ?? []),
    ...groupsClaims("gain", is?.groupsClaims ?? [], was?.groupsClaims ?? []),
    ...groupsClaims("loss", was?.groupsClaims ?? [], is?.groupsClaims ?? []),
  ];
}

const isOpenToAzure = (cluster: Cluster | undefined) => ofKind(cluster, "aks")?.aks.azureRbac === true;

const addsToUsers = (cluster: Cluster | undefined) => oauthServerOf(cluster)?.mappingMethod === "add";

/** What one requires and the other does not, such as `team "a"`. */
const beyond = (one: Claims, other: Claims): string[] =>
  Object.entries(one)
    .filter(([claim, value]) => own(other, claim) !== value)
    .map(([claim, value]) => `${claim} ${JSON.stringify(value)}`);

/** Whether every token that one takes, the other takes as the same person. */
const isWithin = (one: Issuer, other: Issuer): boolean =>
  JSON.stringify({ ...one, requiredClaims: {} }) === JSON.stringify({ ...other, requiredClaims: {} }) &&
  beyond(other.requiredClaims, one.requiredClaims).length === 0;
