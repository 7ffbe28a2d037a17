import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { AccessKey, AccessKeys } from "./access-keys";
import { AwsRefusal } from "./aws-refusal";

const namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

/** [doc] AssumeRole of the STS API. Other parameters are refused: nothing here would heed them. */
const AssumeRole = z.strictObject({
  Action: z.literal("AssumeRole"),
  Version: z.literal("2011-06-15"),
  RoleArn: z
    .string()
    .max(2048)
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\x21-\x7e]+$/, "is invalid"),
  RoleSessionName: z.string().regex(/^[\w+=,.@-]{2,64}$/, "must be 2 to 64 letters, digits and +=,.@-_"),
  DurationSeconds: z.coerce.number().int().min(900).max(43_200).default(3600),
});

/** The operations of STS that signing in needs. */
export type StsAction = "GetCallerIdentity" | "AssumeRole";

/** The operation that a form or a query asks for. */
export function stsActionOf(form: URLSearchParams): StsAction | undefined {
  const action = form.get("Action");
  return action === "GetCallerIdentity" || action === "AssumeRole" ? action : undefined;
}

/**
 * Answer of STS, XML.
 *
 * @throws AwsRefusal if a parameter is wrong
 */
export function answerSts(action: StsAction, form: URLSearchParams, caller: AccessKey, keys: AccessKeys): string {
  switch (action) {
    case "GetCallerIdentity": {
      const { arn, userId, account } = caller;
      return response(action, `<Arn>${arn}</Arn><UserId>${userId}</UserId><Account>${account}</Account>`);
    }
    case "AssumeRole":
      return response(action, assumeRole(form, keys));
  }
}

function assumeRole(form: URLSearchParams, keys: AccessKeys): string {
  const asked = AssumeRole.safeParse(Object.fromEntries(form));
  if (!asked.success) {
    const problems = asked.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim());
    throw new AwsRefusal(400, "ValidationError", problems.join("; "));
  }
  const { RoleArn: roleArn, RoleSessionName: sessionName, DurationSeconds: seconds } = asked.data;
  const { accessKeyId, secretAccessKey, session, arn, userId } = keys.assume({ roleArn, sessionName, seconds });
  const credentials = [
    `<AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>`,
    `<SessionToken>${session.token}</SessionToken><Expiration>${session.expires.toISOString()}</Expiration>`,
  ].join("");
  const user = `<Arn>${arn}</Arn><AssumedRoleId>${userId}</AssumedRoleId>`;
  return `<Credentials>${credentials}</Credentials><AssumedRoleUser>${user}</AssumedRoleUser>`;
}

function response(action: StsAction, result: string): string {
  const request = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  return `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result>${request}</${action}Response>`;
}

/** [doc] An error of the query protocol, XML. */
export function stsRefusal({ type, message }: AwsRefusal): string {
  const text = message.replace(/[<>&]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  const error = `<Error><Type>Sender</Type><Code>${type}</Code><Message>${text}</Message></Error>`;
  return `<ErrorResponse xmlns="${namespace}">${error}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
}
