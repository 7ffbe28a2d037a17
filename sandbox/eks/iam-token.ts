import { signatureV4 } from "./signature-v4";

/** The one AWS identity that there is. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export const iamTokenPrefix = "k8s-aws-v1.";

const lifetime = 15 * 60_000;

/**
 * What is wrong with a token that `aws eks get-token` would make: a presigned GetCallerIdentity URL that names the cluster in a signed header.
 *
 * @returns `undefined` if nothing is
 */
export function iamTokenProblem(token: string, cluster: string, credentials: Credentials): string | undefined {
  const text = Buffer.from(token.slice(iamTokenPrefix.length), "base64url").toString();
  if (!URL.canParse(text)) return "not a URL";
  const url = new URL(text);
  const given = (name: string) => url.searchParams.get(name) ?? "";
  if (given("Action") !== "GetCallerIdentity") return "not GetCallerIdentity";
  const at = given("X-Amz-Date");
  const time = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  // [doc] Written so that no date at all is refused too.
  if (!(Math.abs(Date.now() - time) < lifetime)) return "expired: older than 15 minutes";
  const signed = given("X-Amz-SignedHeaders").split(";");
  // [src] aws-iam-authenticator, pkg/token: otherwise a token for one cluster would open them all.
  if (!signed.includes("x-k8s-aws-id")) return "x-k8s-aws-id is not signed";
  const [accessKeyId = "", date = "", region = "", service = ""] = given("X-Amz-Credential").split("/");
  if (accessKeyId !== credentials.accessKeyId) return `unknown access key ${accessKeyId}`;
  const values = new Map([
    ["host", url.host],
    ["x-k8s-aws-id", cluster],
  ]);
  const headers = signed.map((name) => [name, values.get(name) ?? ""] as const);
  const signature = signatureV4(url, headers, { at, date, region, service }, credentials.secretAccessKey);
  return signature === given("X-Amz-Signature") ? undefined : `the signature is not one for cluster ${cluster}`;
}
