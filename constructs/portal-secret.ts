import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Construct } from "constructs";

export interface PortalSecretProps {
  readonly name: string;
  readonly namespace: string;
  /** Every namespace of the cluster, as an expression without `${}`. */
  readonly namespaces: string;
  /** What is in it by key, as expressions without `${}`. */
  readonly data: Readonly<Record<string, string>>;
  /** Number that is another one for other data, as `${…}`. */
  readonly revision: string;
}

/** The Kubernetes Secret that the portal reads. Its data are write-only: they stand in no plan and not in its state. */
export class PortalSecret extends Construct {
  constructor(scope: Construct, id: string, { name, namespace, namespaces, data, revision }: PortalSecretProps) {
    super(scope, id);
    const resource = new SecretV1(this, "Resource", {
      metadata: { name, namespace, labels: { "app.kubernetes.io/managed-by": "entra-eks" } },
      dataWo: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, `\${${value}}`])),
      lifecycle: { precondition: [namespaceExists(namespaces, namespace)] },
    });
    resource.addOverride("data_wo_revision", revision);
    resource.overrideLogicalId(id);
  }
}

/** Kubernetes would say so too, but only after a password was made. */
function namespaceExists(namespaces: string, namespace: string) {
  return {
    condition: `\${contains(${namespaces}, "${namespace}")}`,
    errorMessage: `The portal needs the namespace "${namespace}", which is not there. Create it, or correct portal.namespace.`,
  };
}
