import { z } from "zod";

const days = (what: string, least: number) =>
  z
    .int(`must be a whole number of days`)
    .min(least, `must be ${String(least)} or more`)
    .max(730, "must be 730 or fewer: two years, the longest that Entra's admin centre offers")
    .describe(what);

/** Names as AWS Secrets Manager takes them: CreateSecret in its API reference. */
const StoreName = z
  .string()
  .regex(
    /^[A-Za-z0-9/_+=.@-]{1,512}$/,
    "must be 1 to 512 letters, digits and /_+=.@-, as AWS Secrets Manager accepts it",
  );

const store = (reader: string) =>
  z
    .union(
      [
        z.literal("kubernetes"),
        z.strictObject({
          secretsManager: StoreName.describe("Name of the secret in AWS Secrets Manager, in the cluster's region."),
        }),
      ],
      { error: 'must be "kubernetes", or a map with secretsManager' },
    )
    .default("kubernetes")
    .describe(
      `Where the secret is stored. kubernetes: in the Kubernetes Secret that the ${reader} reads. A map of secretsManager: in AWS Secrets Manager, where the External Secrets Operator reads it.`,
    );

/** What becomes of the next secret, by signIn: docs/openshift.md#tell-the-cluster */
const ofCluster =
  "external and oauth: the cluster takes the next one by itself. rosa-hcp: in that time, delete the external authentication provider and create it again. rosa-classic: the deployment replaces the identity provider, and for some seconds nobody can sign in.";

/**
 * A client secret of the login application that rotates.
 *
 * @param whose what has to be started again to read the next one
 */
export const clientSecret = (whose: "portal" | "client" | "cluster") =>
  z.strictObject({
    lifetimeDays: days("How many days a client secret works, at most 730.", 2).default(180),
    overlapDays: days(
      `How many days the old secret works beside the next one, at most half of lifetimeDays. ${whose === "cluster" ? ofCluster : `Restart the ${whose} in that time.`}`,
      1,
    ).default(30),
    rotate: z.iso
      .date("must be a date such as 2026-11-22")
      .optional()
      .describe(
        "Write today's date to get a new secret with the next deployment. Any other date than before does this. The old secret works on. Default: only the schedule makes one.",
      ),
    store: store(whose === "portal" ? "chart" : whose),
  });
