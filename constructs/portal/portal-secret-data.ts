import type { TerraformStack } from "cdktf";
import type { ChartSecret } from "../../model/portal/portal";
import type { RotatingPassword } from "../login/rotating-password";
import { expression, type Expression } from "../terraform/expression";
import { quoted } from "../terraform/template";

/**
 * What the portal reads, by key: its client secret, and the text that it signs sessions with
 * if the chart does not make one.
 */
export function portalSecretData(
  stack: TerraformStack,
  { clientSecretKey, serverSecretKey }: ChartSecret,
  password: RotatingPassword,
): Record<string, Expression> {
  return {
    [clientSecretKey]: password.current("value"),
    ...(serverSecretKey === undefined ? {} : { [serverSecretKey]: serverSecret(stack) }),
  };
}

/** A number that is another one for another password: its key ID tells, however the password came to be. */
export function revisionOf(password: RotatingPassword): Expression {
  return expression`parseint(substr(${password.current("key_id")}, 0, 8), 16)`;
}

/** Made once and kept: other sessions than before would sign everybody out. */
function serverSecret(stack: TerraformStack): Expression {
  const uuid = expression`uuid()`;
  // Of terraform_data only this attribute is not repeated in another one, which would not be marked as sensitive.
  stack.addOverride("resource.terraform_data.server_secret", {
    triggers_replace: expression`sensitive(sha256(${quoted`${uuid}${uuid}`}))`.template,
    lifecycle: { ignore_changes: ["triggers_replace"] },
  });
  return expression`terraform_data.server_secret.triggers_replace`;
}
