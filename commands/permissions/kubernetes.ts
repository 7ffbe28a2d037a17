import { stringify } from "yaml";
import type { Phase } from "../../model/permissions/need";
import type { StackPermissions } from "../../model/permissions/stack-permissions";

const apiGroup = "rbac.authorization.k8s.io";

/** The group that an EKS access entry puts the deploying identity into: its `kubernetesGroups`. */
export const groupOf = (phase: Phase) => `entra-eks-${phase}`;

/** Manifests for `kubectl apply`: roles, and their bindings to the group of the access entry. */
export function inKubernetes(stacks: readonly StackPermissions[], phase: Phase): string {
  const rights = stacks.flatMap(({ stack, [phase]: { kubernetes } }) => kubernetes.map((one) => ({ stack, ...one })));
  if (rights.length === 0) return "# These stacks need no rights on a cluster.";
  const manifests = rights.flatMap(({ stack, namespace, rules }) => {
    const kind = namespace === undefined ? "ClusterRole" : "Role";
    const metadata = { name: `entra-eks:${stack}:${phase}`, ...(namespace === undefined ? {} : { namespace }) };
    return [
      { apiVersion: `${apiGroup}/v1`, kind, metadata, rules },
      {
        apiVersion: `${apiGroup}/v1`,
        kind: `${kind}Binding`,
        metadata,
        roleRef: { apiGroup, kind, name: metadata.name },
        subjects: [{ apiGroup, kind: "Group", name: groupOf(phase) }],
      },
    ];
  });
  const head = `# Put the deploying identity into the group ${groupOf(phase)}: kubernetesGroups of its EKS access entry.\n`;
  return head + manifests.map((manifest) => `---\n${stringify(manifest, { lineWidth: 0 })}`).join("");
}
