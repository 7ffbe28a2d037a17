import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { Construct } from "constructs";
import { bindingInWords, bindingName, type Binding } from "../../model/rbac/binding";
import { address } from "../../model/terraform/address";
import type { Expression } from "../terraform/expression";
import { literal } from "../terraform/literal";
import { namespaceExists } from "./namespace-exists";
import type { RbacRole } from "./rbac-role";

const apiGroup = "rbac.authorization.k8s.io";

export interface GrantBindingProps {
  readonly binding: Binding;
  /** Key of the cluster, for messages. */
  readonly cluster: string;
  /** Name of the group in Entra, for people who read the binding. */
  readonly displayName: string;
  /** Name of the group in Kubernetes, as a template. */
  readonly subject: string;
  /** Every namespace of the cluster. */
  readonly namespaces: Expression;
  /** The role, if it is made here. */
  readonly role: RbacRole | undefined;
}

/** A grant in one place: a RoleBinding in a namespace, or a ClusterRoleBinding. */
export class GrantBinding extends Construct {
  constructor(scope: Construct, props: GrantBindingProps) {
    const { binding } = props;
    const { group, role, namespace } = binding;
    super(scope, address(group, role.kind, role.name, ...(namespace === undefined ? [] : [namespace])));
    const metadata = {
      name: literal(bindingName(binding)),
      labels: { "app.kubernetes.io/managed-by": "entra-eks", "entra-eks/group": group },
      annotations: { "entra-eks/display-name": literal(props.displayName) },
    };
    const rest = {
      ...(props.role && { dependsOn: [props.role.resource] }),
      roleRef: { apiGroup, kind: role.kind, name: literal(role.name) },
      subject: [{ apiGroup, kind: "Group", name: props.subject }],
    };
    const resource =
      namespace === undefined
        ? new ClusterRoleBindingV1(this, "Resource", { metadata, ...rest })
        : new RoleBindingV1(this, "Resource", {
            metadata: { ...metadata, namespace },
            ...rest,
            lifecycle: {
              precondition: [namespaceExists(props.namespaces, namespace, bindingInWords(binding, props.cluster))],
            },
          });
    resource.overrideLogicalId(this.node.id);
  }
}
