import { z } from "zod";
import { Eks } from "./eks";
import { Grant } from "./grant";
import { EksName, Text, key } from "./names";
import { Tags } from "./tags";

export const Cluster = z
  .strictObject({
    eks: Eks,
    associate: z
      .boolean()
      .default(true)
      .describe(
        "Whether this program associates the identity provider. false: it prints the identity_providers value for terraform-aws-modules/eks instead.",
      ),
    associationName: EksName.default("entra").describe("Name of the identity provider config on the cluster."),
    requiredClaims: z
      .record(key(/^[\s\S]{1,63}$/), Text(253))
      .default({})
      .describe(
        "Claims that each token must carry with exactly this value of up to 253 characters, name to value: tid, and texts that login.claims or attributes of type String bring. An API server refuses everybody over one that is no text.",
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
        "absent: the next deployment takes the association and every binding away; after it the entry can be deleted.",
      ),
  })
  .describe("One EKS cluster that trusts the login.");
