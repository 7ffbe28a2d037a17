import { z } from "zod";
import { EksName, Text, key } from "../names";
import { Grant } from "../rbac/grant";
import { Eks } from "./eks";
import { Tags } from "./tags";

export const Cluster = z
  .strictObject({
    eks: Eks,
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
  })
  .describe("One EKS cluster that trusts the login.");
