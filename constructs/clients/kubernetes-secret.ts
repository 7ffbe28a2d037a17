import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Construct } from "constructs";
import { expression, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";

export interface KubernetesSecretProps {
  readonly name: string;
  readonly namespace: string;
  /** @default - none beside this program's own */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Every namespace of the cluster. */
  readonly namespaces: Expression;
  /** What is in it by key. */
  readonly data: Readonly<Record<string, Expression>>;
  /** Number that is another one for other data. */
  readonly revision: Expression;
  /** Who reads it, as a sentence begins: `The portal`. */
  readonly reader: string;
  /** Where the access file names the namespace. */
  readonly namespaceAt: string;
}

/** The Kubernetes Secret that a client reads. Its data are write-only: they stand in no plan and not in its state. */
export class KubernetesSecret extends Construct {
  constructor(scope: Construct, id: string, props: KubernetesSecretProps) {
    super(scope, id);
    const { name, namespace, labels = {}, data, revision } = props;
    const resource = new SecretV1(this, "Resource", {
      metadata: { name, namespace, labels: { "app.kubernetes.io/managed-by": "entra-eks", ...labels } },
      dataWo: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value.template])),
      lifecycle: { precondition: [namespaceExists(props)] },
    });
    resource.addOverride("data_wo_revision", revision.template);
    resource.overrideLogicalId(id);
  }
}

/** Kubernetes would say so too, but only after a password was made. */
function namespaceExists({ namespaces, namespace, reader, namespaceAt }: KubernetesSecretProps) {
  return {
    condition: expression`contains(${namespaces}, ${namespace})`.template,
    errorMessage: template`${reader} needs the namespace "${namespace}", which is not there. Create it, or correct ${namespaceAt}.`,
  };
}
