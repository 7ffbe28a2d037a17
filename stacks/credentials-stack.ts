import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import { RotatingPassword } from "../constructs/login/rotating-password";
import type { States } from "../constructs/states/states";
import { addCheck } from "../constructs/terraform/check";
import { expression } from "../constructs/terraform/expression";
import { useAzuread, useTime } from "../constructs/terraform/providers";
import { template } from "../constructs/terraform/template";
import type { LoginStack } from "./login-stack";

export interface CredentialsStackProps {
  readonly access: Access;
  readonly states: States;
  readonly login: LoginStack;
}

/**
 * The client secret of kubectl, with `login.kubectl: confidential`. No stack reads it: the kubeconfig takes the secret out
 * of the state itself, since an output would be copied by whoever reads another one. Outputs `key_id`.
 */
export class CredentialsStack extends TerraformStack {
  constructor(scope: Construct, id: string, { access, states, login }: CredentialsStackProps) {
    super(scope, id);
    states.keep(this);
    useAzuread(this, access);
    useTime(this, access);
    const { applicationObjectId } = login.read(this, ["application_object_id"]);
    const password = new RotatingPassword(this, "password", {
      applicationObjectId,
      displayName: "kubectl",
      lifetimeDays: 180,
      overlapDays: 30,
    });
    const ends = password.otherEnds;
    addCheck(this, "secret_before", {
      condition: expression`length(${ends}) == 0`,
      errorMessage: template`kubectl has a new client secret. Kubeconfigs with the one before work until ${expression`join(", ", ${ends})`}: give everybody a new one by then, npx entra-eks kubeconfig`,
    });
    new TerraformOutput(this, "key_id", {
      staticId: true,
      description: "Which of the application's client secrets is in use.",
      value: password.current("key_id").template,
    });
  }
}
