import type { AccessKey, AccessKeys } from "./access-keys";
import { claimedKeyOf, signerOf, UnknownSigner, type SignedRequest } from "./signer";

export const iamTokenPrefix = "k8s-aws-v1.";

/**
 * The request in a token that `aws eks get-token` would make: a presigned GetCallerIdentity URL that names the cluster in a signed header.
 *
 * @throws UnknownSigner if there is none
 */
function presignedIn(token: string, cluster: string): SignedRequest {
  const text = Buffer.from(token.slice(iamTokenPrefix.length), "base64url").toString();
  if (!URL.canParse(text)) throw new UnknownSigner("not a URL");
  const url = new URL(text);
  return { method: "GET", url, headers: { host: url.host, "x-k8s-aws-id": cluster }, body: "" };
}

/**
 * Whose a token for a cluster is.
 *
 * @throws UnknownSigner if it is nobody's
 */
export function iamTokenSigner(token: string, cluster: string, keys: AccessKeys): AccessKey {
  const request = presignedIn(token, cluster);
  const given = (name: string) => request.url.searchParams.get(name) ?? "";
  if (given("Action") !== "GetCallerIdentity") throw new UnknownSigner("not GetCallerIdentity");
  // [src] aws-iam-authenticator, pkg/token: otherwise a token for one cluster would open them all.
  if (!given("X-Amz-SignedHeaders").split(";").includes("x-k8s-aws-id"))
    throw new UnknownSigner("x-k8s-aws-id is not signed");
  return signerOf(request, keys);
}

/** The access key that a token says it is signed with; nothing is checked. */
export function claimedKeyIn(token: string): string | undefined {
  if (!token.startsWith(iamTokenPrefix)) return undefined;
  try {
    return claimedKeyOf(presignedIn(token, ""));
  } catch {
    return undefined;
  }
}
