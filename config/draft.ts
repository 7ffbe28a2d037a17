import { z } from "zod";

const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const list = z.array(z.unknown()).catch([]);
const mapOf = <T extends z.ZodType>(entry: T) => z.record(z.string(), entry).catch({});

const DraftSchema = z.object({
  tenant: text,
  attributes: mapOf(
    z
      .object({ type: z.string().catch("String").default("String"), retired: z.boolean().catch(false).default(false) })
      .catch({ type: "String", retired: false }),
  ),
  users: mapOf(
    z
      .object({
        attributes: mapOf(z.unknown()).default({}),
        create: z.unknown().optional(),
        left: z.unknown().optional(),
      })
      .catch({ attributes: {} }),
  ),
  guests: z
    .array(
      z
        .union([z.string(), z.object({ mail: z.string() }).transform(({ mail }) => mail)])
        .optional()
        .catch(undefined),
    )
    .catch([]),
  policy: z.object({ guests: text, existingMembers: text }).catch({}),
  directory: z.object({ lookup: text }).catch({}),
  backend: z.object({ type: text, directory: text, prefix: text, region: text, kmsKeyId: text }).catch({}),
  login: z
    .object({
      issuer: text,
      kubectl: text,
      username: z.object({ claim: text }).catch({}),
      claims: mapOf(z.object({ additionalProperties: z.unknown().optional() }).catch({})),
      guests: z.unknown().optional(),
      owners: list.optional(),
      conditionalAccess: z.object({ breakGlass: text }).optional().catch({}),
    })
    .catch({ username: {}, claims: {} }),
  groups: mapOf(
    z
      .object({
        displayName: text,
        existing: z.unknown().optional(),
        description: z.unknown().optional(),
        owners: z.unknown().optional(),
        rule: z.unknown().optional(),
        protected: z.unknown().optional(),
        members: list,
        groups: list,
      })
      .catch({ members: [], groups: [] }),
  ),
  clusters: mapOf(
    z
      .object({
        eks: z.object({ name: text, region: text, profile: text, assumeRole: text, proxyUrl: text }).catch({}),
        state: text,
        requiredClaims: mapOf(z.unknown()),
        grants: z
          .array(z.object({ group: text, clusterRole: text, role: text, namespaces: list.optional() }).catch({}))
          .catch([]),
      })
      .catch({ eks: {}, requiredClaims: {}, grants: [] }),
  ),
  roles: mapOf(
    z
      .object({
        existing: z.unknown().optional(),
        allow: list.optional(),
        rules: z
          .array(
            z
              .object({
                apiGroups: list.optional(),
                resources: list.optional(),
                verbs: list,
                resourceNames: list.optional(),
                nonResourceURLs: list.optional(),
              })
              .catch({ verbs: [] }),
          )
          .catch([]),
      })
      .catch({ rules: [] }),
  ),
  portal: z
    .object({
      cluster: text,
      namespace: text,
      groups: mapOf(text),
      secret: z.object({ lifetimeDays: number, overlapDays: number }).catch({}),
    })
    .optional()
    .catch(undefined),
  allow: list,
});

/**
 * What can be read of an access file that may still hold mistakes: enough for the rules that compare entries, so that
 * they are told together with the mistakes of each entry.
 */
export type Draft = z.output<typeof DraftSchema>;

export function readDraft(value: unknown): Draft {
  return DraftSchema.catch(DraftSchema.parse({})).parse(value);
}

/** The strings of a list, each with its position in the file's list. */
export function strings(list: readonly unknown[] | undefined): { readonly index: number; readonly text: string }[] {
  return (list ?? []).flatMap((text, index) => (typeof text === "string" ? [{ index, text }] : []));
}
