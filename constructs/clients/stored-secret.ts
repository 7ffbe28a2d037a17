import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Construct } from "constructs";
import { expression, joined, reference, type Expression } from "../terraform/expression";

export interface StoredSecretProps {
  /** Name in AWS Secrets Manager. */
  readonly name: string;
  /** Whose it is, for people who look into AWS. */
  readonly description: string;
  /** What is in it by key. */
  readonly data: Readonly<Record<string, Expression>>;
  /** Number that is another one for other data. */
  readonly revision: Expression;
}

/** A client's secret in AWS Secrets Manager, as a JSON object. It is write-only: it stands in no plan and not in the state. */
export class StoredSecret extends Construct {
  constructor(scope: Construct, id: string, { name, description, data, revision }: StoredSecretProps) {
    super(scope, id);
    const secret = new SecretsmanagerSecret(this, "Resource", {
      name,
      description,
      // What is in it can be made anew; a name that waits for its deletion could not.
      recoveryWindowInDays: 0,
    });
    secret.overrideLogicalId(id);
    const entries = Object.entries(data).map(([key, value]) => expression`${reference(key)} = ${value}`);
    const version = new SecretsmanagerSecretVersion(this, "version", {
      secretId: secret.id,
      secretStringWo: expression`jsonencode({ ${joined(entries)} })`.template,
    });
    version.addOverride("secret_string_wo_version", revision.template);
    version.overrideLogicalId(id);
  }
}
