import { createHash, createHmac, type BinaryLike } from "node:crypto";

/** Where and when a signature is good. */
export interface SignatureScope {
  /** As `20250101T000000Z`. */
  readonly at: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: BinaryLike, text: string) => createHmac("sha256", key).update(text).digest();
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** [doc] AWS Signature Version 4 of a presigned GET without a body. */
export function signatureV4(
  url: URL,
  headers: readonly (readonly [name: string, value: string])[],
  { at, date, region, service }: SignatureScope,
  secret: string,
): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  const lines = headers.map(([name, value]) => `${name}:${value}`);
  const names = headers.map(([name]) => name).join(";");
  const canonical = ["GET", url.pathname, query, ...lines, "", names, sha256("")].join("\n");
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = [date, region, service, "aws4_request"].reduce<BinaryLike>(hmac, `AWS4${secret}`);
  return hmac(key, ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n")).toString("hex");
}
