import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { ChartSecret } from "../model/portal";
import type { RotatingPassword } from "./rotating-password";

export interface PortalSecretProps {
  readonly secret: ChartSecret;
  readonly namespace: string;
  /** Every namespace of the cluster, as an expression without `${}`. */
  readonly namespaces: string;
  readonly password: RotatingPassword;
}

/** The Kubernetes Secret that the portal reads. Its data are write-only: they stand in no plan and not in its state. */
export class PortalSecret extends Construct {
  constructor(scope: Construct, id: string, { secret, namespace, namespaces, password }: PortalSecretProps) {
    super(scope, id);
    const { name, clientSecretKey, serverSecretKey } = secret;
    const resource = new SecretV1(this, "Resource", {
      metadata: { name, namespace, labels: { "app.kubernetes.io/managed-by": "entra-eks" } },
      dataWo: {
        [clientSecretKey]: `\${${password.current("value")}}`,
        ...(serverSecretKey === undefined ? {} : { [serverSecretKey]: `\${${this.makeServerSecret()}}` }),
      },
      lifecycle: { precondition: [namespaceExists(namespaces, namespace)] },
    });
    // Another password has another key ID, however it came to be.
    resource.addOverride("data_wo_revision", `\${parseint(substr(${password.current("key_id")}, 0, 8), 16)}`);
    resource.overrideLogicalId(id);
  }

  /**
   * Made once and kept: other sessions than before would sign everybody out.
   *
   * @returns it, as an expression without `${}`
   */
  private makeServerSecret(): string {
    // Of terraform_data only this attribute is not repeated in another one, which would not be marked as sensitive.
    TerraformStack.of(this).addOverride("resource.terraform_data.server_secret", {
      triggers_replace: '${sensitive(sha256("${uuid()}${uuid()}"))}',
      lifecycle: { ignore_changes: ["triggers_replace"] },
    });
    return "terraform_data.server_secret.triggers_replace";
  }
}

/** Kubernetes would say so too, but only after a password was made. */
function namespaceExists(namespaces: string, namespace: string) {
  return {
    condition: `\${contains(${namespaces}, "${namespace}")}`,
    errorMessage: `The portal needs the namespace "${namespace}", which is not there. Create it, or correct portal.namespace.`,
  };
}
