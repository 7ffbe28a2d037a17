import type { TerraformStack } from "cdktf";
import type { SecretKeys, SecretPart } from "../../model/clients/secret-keys";
import type { RotatingPassword } from "../login/rotating-password";
import { expression, joined, type Expression } from "../terraform/expression";
import { quoted } from "../terraform/template";

export interface SecretDataProps {
  readonly keys: SecretKeys;
  readonly password: RotatingPassword;
  /** Client ID of the login application. */
  readonly clientId: Expression;
}

/** What a client reads, by key. */
export function secretData(stack: TerraformStack, { keys, ...props }: SecretDataProps): Record<string, Expression> {
  return Object.fromEntries(Object.entries(keys).map(([key, part]) => [key, valueOf(stack, part, props)]));
}

function valueOf(
  stack: TerraformStack,
  part: SecretPart,
  { password, clientId }: Omit<SecretDataProps, "keys">,
): Expression {
  switch (part) {
    case "clientSecret":
      return password.current("value");
    case "clientId":
      return clientId;
    case "sessionKey":
      return sessionKey(stack);
    case "cookieKey":
      return expression`substr(${sessionKey(stack)}, 0, 32)`;
    default:
      return quoted`${part.text}`;
  }
}

/**
 * A number that is another one for other data: the key ID of the password tells, however that came to be, and whatever else the
 * client reads from the same place.
 */
export function revisionOf({ keys, password, clientId }: SecretDataProps): Expression {
  const beside = Object.values(keys).flatMap((part) =>
    part === "clientId" ? [clientId] : typeof part === "object" ? [quoted`${part.text}`] : [],
  );
  const keyId = password.current("key_id");
  const text = beside.length === 0 ? keyId : expression`sha256(join(" ", [${joined([keyId, ...beside])}]))`;
  return expression`parseint(substr(${text}, 0, 8), 16)`;
}

/** Made once and kept: other sessions than before would sign everybody out. */
function sessionKey(stack: TerraformStack): Expression {
  const uuid = expression`uuid()`;
  // Of terraform_data only this attribute is not repeated in another one, which would not be marked as sensitive.
  stack.addOverride("resource.terraform_data.server_secret", {
    triggers_replace: expression`sensitive(sha256(${quoted`${uuid}${uuid}`}))`.template,
    lifecycle: { ignore_changes: ["triggers_replace"] },
  });
  return expression`terraform_data.server_secret.triggers_replace`;
}
