import { z } from "zod";
import type { AccessKeys } from "./access-keys";
import { account } from "./aws-refusal";
import { iamTokenPrefix, iamTokenSigner } from "./iam-token";
import type { Permissions } from "./permissions";
import { UnknownSigner } from "./signer";

/** The part of a TokenReview that kube-apiserver sends and that is read here. */
export const TokenReview = z.looseObject({
  apiVersion: z.string(),
  spec: z.looseObject({ token: z.string() }),
});

export interface TokenReviewProps {
  readonly keys: AccessKeys;
  readonly permissions: Permissions;
}

/** What aws-iam-authenticator answers to the API server of a cluster: whoever has a key is its administrator, unless an access entry says otherwise. */
export function reviewToken(
  { apiVersion, spec: { token } }: z.output<typeof TokenReview>,
  cluster: string,
  { keys, permissions }: TokenReviewProps,
) {
  const answer = (status: object) => ({ apiVersion, kind: "TokenReview", status });
  // Somebody else's token, such as a JWT: no error, for another authenticator may take it.
  if (!token.startsWith(iamTokenPrefix)) return answer({ authenticated: false });
  try {
    const { accessKeyId, arn, userId, identity } = iamTokenSigner(token, cluster, keys);
    const groups = permissions.kubernetesGroups.get(identity);
    const user = {
      // [doc] docs.aws.amazon.com/eks/latest/userguide/access-entries.html: the ARN is the name of whoever has an entry.
      username: groups === undefined ? "kubernetes-admin" : arn,
      uid: `aws-iam-authenticator:${account}:${userId.split(":")[0] ?? ""}`,
      groups: groups ?? ["system:masters"],
      // [src] aws-iam-authenticator, pkg/server.
      extra: { accessKeyId: [accessKeyId], arn: [arn] },
    };
    return answer({ authenticated: true, user });
  } catch (error) {
    if (!(error instanceof UnknownSigner)) throw error;
    return answer({ authenticated: false, error: `token webhook: ${error.message}` });
  }
}
