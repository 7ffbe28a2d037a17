import { createHash, createHmac, type BinaryLike } from "node:crypto";

/** Where and when a signature is good. */
export interface SignatureScope {
  /** As `20250101T000000Z`. */
  readonly at: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** The part of a request that a signature covers. */
export interface SignedPart {
  readonly method: string;
  /** With the query; escaped as it is sent. */
  readonly url: URL;
  /** Those that are signed, in their order; names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: BinaryLike, text: string) => createHmac("sha256", key).update(text).digest();
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** [doc] AWS Signature Version 4, in hexadecimal digits. */
export function signatureV4(
  { method, url, headers, body }: SignedPart,
  { at, date, region, service }: SignatureScope,
  secret: string,
): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  // [doc] Each segment is escaped once more, for every service but S3.
  const path = url.pathname.split("/").map(encoded).join("/");
  const lines = headers.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, " ")}`);
  const names = headers.map(([name]) => name).join(";");
  const canonical = [method, path, query, ...lines, "", names, sha256(body)].join("\n");
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = [date, region, service, "aws4_request"].reduce<BinaryLike>(hmac, `AWS4${secret}`);
  return hmac(key, ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n")).toString("hex");
}
