import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Construct } from "constructs";
import { expression, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";

export interface PortalSecretProps {
  readonly name: string;
  readonly namespace: string;
  /** Every namespace of the cluster. */
  readonly namespaces: Expression;
  /** What is in it by key. */
  readonly data: Readonly<Record<string, Expression>>;
  /** Number that is another one for other data. */
  readonly revision: Expression;
}

/** The Kubernetes Secret that the portal reads. Its data are write-only: they stand in no plan and not in its state. */
export class PortalSecret extends Construct {
  constructor(scope: Construct, id: string, { name, namespace, namespaces, data, revision }: PortalSecretProps) {
    super(scope, id);
    const resource = new SecretV1(this, "Resource", {
      metadata: { name, namespace, labels: { "app.kubernetes.io/managed-by": "entra-eks" } },
      dataWo: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value.template])),
      lifecycle: { precondition: [namespaceExists(namespaces, namespace)] },
    });
    resource.addOverride("data_wo_revision", revision.template);
    resource.overrideLogicalId(id);
  }
}

/** Kubernetes would say so too, but only after a password was made. */
function namespaceExists(namespaces: Expression, namespace: string) {
  return {
    condition: expression`contains(${namespaces}, ${namespace})`.template,
    errorMessage: template`The portal needs the namespace "${namespace}", which is not there. Create it, or correct portal.namespace.`,
  };
}
