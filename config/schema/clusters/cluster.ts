import { z } from "zod";
import { EksName, Text, dnsLabel, key } from "../names";
import { Grant } from "../rbac/grant";
import { Aks } from "./aks";
import { Eks } from "./eks";
import { kinds, type EksKey, type Kind } from "./kinds";
import { Kubernetes } from "./kubernetes";
import { OpenShift } from "./openshift";
import { Tags } from "./tags";

const Entry = z
  .strictObject({
    eks: Eks.optional(),
    associate: z
      .boolean()
      .default(true)
      .describe(
        "Whether this program associates the OIDC provider. false: the stack outputs the value identity_providers for terraform-aws-modules/eks instead.",
      ),
    associationName: EksName.default("entra").describe(
      "Name of the association (identity provider config) on the cluster.",
    ),
    requiredClaims: z
      .record(key(/^[\s\S]{1,63}$/), Text(253))
      .default({})
      .describe(
        "Claims that each token must have with exactly this value, up to 253 characters. Possible are tid, text claims of login.claims, and attributes of type String. Over a claim that is no text, such as acct, an API server refuses everybody.",
      ),
    tags: Tags.describe(
      "AWS tags of the association, key to value: up to 50, keys of up to 128 characters, values of up to 256. To remove the last one, the deploying identity still needs eks:UntagResource.",
    ),
    grants: z
      .array(Grant, { error: "must be a list of grants" })
      .default([])
      .describe("Which group may do what on this cluster."),
    state: z
      .enum(["present", "absent"])
      .default("present")
      .describe(
        "present, or absent: the next deployment removes the association and every binding. After that you can delete the entry.",
      ),
    stage: z
      .string()
      .regex(dnsLabel, "must be a word: 1 to 63 lower-case letters, digits and -, not - at either end")
      .optional()
      .describe(
        "Stage of a roll-out in steps, any word you choose, such as canary. entra-eks deploy --stage canary deploys the shared stacks and the clusters of that stage. Default: none.",
      ),
    kubernetes: Kubernetes.optional(),
    aks: Aks.optional(),
    openshift: OpenShift.optional(),
  })
  // For editors; config/rules/clusters/kinds.ts puts it into words.
  .meta({ allOf: [{ oneOf: kinds.map((kind) => ({ required: [kind] })) }] })
  .describe("One cluster that trusts the login.");

type Entry = z.output<typeof Entry>;

/** A cluster of one kind: what every cluster has, and the keys of its own kind. Those of another kind nobody can ask for. */
export type ClusterOf<K extends Kind> = Omit<Entry, Kind | EksKey> & { readonly kind: K } & {
  readonly [One in K]: NonNullable<Entry[One]>;
} & ("eks" extends K ? Pick<Entry, EksKey> : unknown);

export type EksCluster = ClusterOf<"eks">;
export type KubernetesCluster = ClusterOf<"kubernetes">;
export type AksCluster = ClusterOf<"aks">;
export type OpenShiftCluster = ClusterOf<"openshift">;

/** Which kind it is, tells the one key that is there. */
export const Cluster = Entry.transform((entry): { [K in Kind]: ClusterOf<K> }[Kind] => {
  const { eks, kubernetes, aks, openshift, associate, associationName, tags, ...cluster } = entry;
  if (eks !== undefined) return { ...cluster, kind: "eks", eks, associate, associationName, tags };
  if (kubernetes !== undefined) return { ...cluster, kind: "kubernetes", kubernetes };
  if (aks !== undefined) return { ...cluster, kind: "aks", aks };
  if (openshift !== undefined) return { ...cluster, kind: "openshift", openshift };
  // An entry of no kind is refused by a rule.
  cluster satisfies Pick<Entry, "state"> & { readonly [K in Kind]?: never };
  return z.NEVER;
});
