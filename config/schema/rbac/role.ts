import { z } from "zod";
import { dangerNames } from "../allow";
import { always } from "../always";
import { visible, withoutToken } from "../names";

const Word = z
  .string()
  .refine(...visible)
  .refine(...withoutToken);
/** Not `min`, which would also be told of an empty text where a list should be. */
const Words = (what: string, empty: string) =>
  z
    .array(Word, { error: `must be a list of ${what}` })
    .refine(({ length }) => length > 0, empty)
    .meta({ minItems: 1 });

/** What may not stand together: ValidatePolicyRule in k8s.io/kubernetes/pkg/apis/rbac/validation. */
const PolicyRule = z
  .strictObject({
    apiGroups: Words("API groups", 'must name at least one API group; write "" for the core group')
      .optional()
      .describe('API groups of the resources; "" is the core group. Default: none, the rule is about URLs.'),
    resources: Words("resources", "must name at least one resource")
      .optional()
      .describe(
        "Resources in the plural, with a subresource after a slash: pods, pods/log. Default: none, the rule is about URLs.",
      ),
    verbs: Words("verbs", "must name at least one verb").describe(
      "What may be done: get, list, watch, create, update, patch, delete, deletecollection and a few more. For URLs: HTTP methods in lower case.",
    ),
    resourceNames: Words("names", "must name at least one object; remove the key to allow every object")
      .optional()
      .describe("Only these objects, by name. Default: every object of the resources."),
    nonResourceURLs: Words("URLs", "must name at least one URL")
      .optional()
      .describe(
        "Paths of the API server that are no resources, such as /metrics. The last step may be *. Default: none, the rule is about resources.",
      ),
  })
  .refine(({ resources, nonResourceURLs }) => (resources === undefined) !== (nonResourceURLs === undefined), {
    error: "must name either resources or nonResourceURLs",
    ...always,
  })
  .refine(({ resources, apiGroups }) => resources === undefined || apiGroups !== undefined, {
    error: 'must name the apiGroups of its resources; write apiGroups: [""] for the core group',
    ...always,
  })
  .refine(
    ({ nonResourceURLs, resources, apiGroups, resourceNames }) =>
      nonResourceURLs === undefined ||
      resources !== undefined ||
      (apiGroups === undefined && resourceNames === undefined),
    { error: "must not name apiGroups or resourceNames together with nonResourceURLs", ...always },
  )
  .meta({
    allOf: [
      { oneOf: [{ required: ["resources"] }, { required: ["nonResourceURLs"] }] },
      { not: { required: ["nonResourceURLs", "apiGroups"] } },
      { not: { required: ["nonResourceURLs", "resourceNames"] } },
    ],
    dependencies: { resources: ["apiGroups"] },
  })
  .describe("What may be done with which resources, or with which URLs.");

const Made = z.strictObject({
  existing: z
    .literal(false)
    .optional()
    .default(false)
    .describe(
      "Whether the clusters have this role already. With true the program creates nothing, and the role has no rules here.",
    ),
  rules: z
    .array(PolicyRule, { error: "must be a list of rules" })
    .min(1, "must have at least one rule")
    .describe("What the role allows: everything that one of its rules allows."),
  allow: z
    .array(z.enum(dangerNames), { error: "must be a list" })
    .optional()
    .describe(
      "Dangers that you accept for this role, by name: docs/dangers.md. Default: only what the file's own allow names.",
    ),
});
const Existing = z.strictObject({
  existing: z
    .literal(true)
    .describe("The clusters have this role already, and the program creates nothing. Default: false."),
});

export const Role = z
  .discriminatedUnion("existing", [Made, Existing])
  .describe(
    "A role for grants: a ClusterRole where a grant names it under clusterRole, a Role where it does under role.",
  );
