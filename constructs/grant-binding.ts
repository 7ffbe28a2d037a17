import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { Construct } from "constructs";
import { bindingInWords, bindingName, type Binding } from "../model/binding";
import { address } from "./address";
import { literal } from "./literal";

const apiGroup = "rbac.authorization.k8s.io";

export interface GrantBindingProps {
  readonly binding: Binding;
  /** Key of the cluster, for messages. */
  readonly cluster: string;
  /** Name of the group in Entra, for people who read the binding. */
  readonly displayName: string;
  /** Name of the group in Kubernetes, as `${…}`. */
  readonly subject: string;
  /** Every namespace of the cluster, as an expression without `${}`. */
  readonly namespaces: string;
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
      roleRef: { apiGroup, kind: role.kind, name: literal(role.name) },
      subject: [{ apiGroup, kind: "Group", name: props.subject }],
    };
    const resource =
      namespace === undefined
        ? new ClusterRoleBindingV1(this, "Resource", { metadata, ...rest })
        : new RoleBindingV1(this, "Resource", {
            metadata: { ...metadata, namespace },
            ...rest,
            lifecycle: { precondition: [namespaceExists(props, namespace)] },
          });
    resource.overrideLogicalId(this.node.id);
  }
}

/** Kubernetes would say so too, but only after other bindings were made. */
function namespaceExists({ binding, cluster, namespaces }: GrantBindingProps, namespace: string) {
  return {
    condition: `\${contains(${namespaces}, "${namespace}")}`,
    errorMessage: literal(
      `The ${bindingInWords(binding, cluster)} needs that namespace, which is not there. Create it, or take it out of the grant.`,
    ),
  };
}
