import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import { Construct } from "constructs";
import type { OwnRole } from "../../model/rbac/own-role";
import type { PolicyRule } from "../../model/rbac/policy-rule";
import { address } from "../../model/terraform/address";
import type { Expression } from "../terraform/expression";
import { literal } from "../terraform/literal";
import { namespaceExists } from "./namespace-exists";

export interface RbacRoleProps {
  readonly role: OwnRole;
  /** Key of the cluster, for messages. */
  readonly cluster: string;
  /** Every namespace of the cluster. */
  readonly namespaces: Expression;
}

/** A ClusterRole, or a Role in one namespace. */
export class RbacRole extends Construct {
  /** What has to wait for the role depends on it. */
  readonly resource: ClusterRoleV1 | RoleV1;
  readonly role: OwnRole;

  constructor(scope: Construct, { role, cluster, namespaces }: RbacRoleProps) {
    const { kind, name, namespace } = role;
    super(scope, address(kind, name, ...(namespace === undefined ? [] : [namespace])));
    this.role = role;
    const metadata = { name: literal(name), labels: { "app.kubernetes.io/managed-by": "entra-eks" } };
    const rule = role.rules.map(literally);
    this.resource =
      namespace === undefined
        ? new ClusterRoleV1(this, "Resource", { metadata, rule })
        : new RoleV1(this, "Resource", {
            metadata: { ...metadata, namespace },
            rule: rule.map(({ apiGroups = [], resources = [], ...rest }) => ({ apiGroups, resources, ...rest })),
            lifecycle: {
              precondition: [
                namespaceExists(
                  namespaces,
                  namespace,
                  `Role "${name}" in namespace "${namespace}" of cluster "${cluster}"`,
                ),
              ],
            },
          });
    this.resource.overrideLogicalId(this.node.id);
  }
}

/** A rule as Terraform has to be given it; what it does not have is left out. */
function literally({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule) {
  const texts = (list: readonly string[]) => list.map(literal);
  return {
    verbs: texts(verbs),
    ...(apiGroups && { apiGroups: texts(apiGroups) }),
    ...(resources && { resources: texts(resources) }),
    ...(resourceNames && { resourceNames: texts(resourceNames) }),
    ...(nonResourceURLs && { nonResourceUrls: texts(nonResourceURLs) }),
  };
}
