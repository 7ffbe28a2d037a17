import { z } from "zod";
import { always } from "../always";
import { dnsLabel, mustBeNamespace, RoleName } from "../names";

/** RBAC knows "*" for verbs and resources, but not for namespaces. */
const Namespace = z.string().regex(dnsLabel, {
  error: ({ input }) =>
    input === "*"
      ? `${mustBeNamespace}; for the whole cluster, leave namespaces out and name a clusterRole`
      : mustBeNamespace,
});

export const Grant = z
  .strictObject({
    group: z.string().describe('The group: a key of "groups".'),
    clusterRole: RoleName.optional().describe(
      "What the group may do: a ClusterRole such as view, edit, admin or cluster-admin, or one of your roles. Default: none, the grant names a role.",
    ),
    role: RoleName.optional().describe(
      "What the group may do: one of your roles, created as a Role in each of the namespaces. Default: none, the grant names a clusterRole.",
    ),
    namespaces: z
      .array(Namespace, { error: "must be a list of namespaces" })
      .min(1, "must name at least one namespace; remove the key to grant it on the whole cluster")
      .optional()
      .describe("Where the group may do it. The namespaces must exist. Default: the whole cluster."),
  })
  .refine(({ clusterRole, role }) => (clusterRole === undefined) !== (role === undefined), {
    error: "must name one role: either clusterRole or role",
    ...always,
  })
  .refine(({ role, namespaces }) => role === undefined || namespaces !== undefined, {
    error: 'must name "namespaces": a Role belongs to a namespace, a ClusterRole to the whole cluster',
    ...always,
  })
  .meta({
    allOf: [{ oneOf: [{ required: ["clusterRole"] }, { required: ["role"] }] }],
    dependencies: { role: ["namespaces"] },
  })
  .describe("One group, one role, on the whole cluster or in some namespaces.");
