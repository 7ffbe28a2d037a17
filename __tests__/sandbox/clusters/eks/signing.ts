import type { Credentials } from "../../../../sandbox/clusters/eks/access-keys";
import { signatureV4, type SignatureScope } from "../../../../sandbox/clusters/eks/signature-v4";

/** Whom a request is signed by; the token is only of temporary credentials. */
export interface SigningKey extends Credentials {
  readonly sessionToken?: string;
}

/** Now, or a while ago, as SDKs write it. */
export function scopeOf(service: string, ageSeconds = 0): SignatureScope {
  const at = new Date(Date.now() - ageSeconds * 1000).toISOString().replace(/[-:]|\.\d+/g, "");
  return { at, date: at.slice(0, 8), region: "eu-central-1", service };
}

/** The headers of a signed request, as SDKs send them. */
export function signed(
  method: string,
  url: URL,
  body: string,
  { accessKeyId, secretAccessKey, sessionToken }: SigningKey,
  scope = scopeOf("eks"),
): Record<string, string> {
  const headers = [
    ["host", url.host] as const,
    ["x-amz-date", scope.at] as const,
    ...(sessionToken === undefined ? [] : [["x-amz-security-token", sessionToken] as const]),
  ];
  const names = headers.map(([name]) => name).join(";");
  const signature = signatureV4({ method, url, headers, body }, scope, secretAccessKey);
  const credential = `${accessKeyId}/${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...Object.fromEntries(headers.slice(1)), authorization };
}

/** A URL that is signed in its query, for these headers. */
export function presigned(
  url: URL,
  headers: readonly (readonly [string, string])[],
  { accessKeyId, secretAccessKey, sessionToken }: SigningKey,
  scope = scopeOf("sts"),
): URL {
  const query = {
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${accessKeyId}/${scope.date}/${scope.region}/sts/aws4_request`,
    "X-Amz-Date": scope.at,
    "X-Amz-Expires": "60",
    "X-Amz-SignedHeaders": headers.map(([name]) => name).join(";"),
    ...(sessionToken === undefined ? {} : { "X-Amz-Security-Token": sessionToken }),
  };
  const signedUrl = new URL(url);
  for (const [name, value] of Object.entries(query)) signedUrl.searchParams.set(name, value);
  const signature = signatureV4({ method: "GET", url: signedUrl, headers, body: "" }, scope, secretAccessKey);
  signedUrl.searchParams.set("X-Amz-Signature", signature);
  return signedUrl;
}
