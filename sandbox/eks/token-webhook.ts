import { z } from "zod";
import { account } from "./aws-refusal";
import { iamTokenPrefix, iamTokenProblem, type Credentials } from "./iam-token";

/** The part of a TokenReview that kube-apiserver sends and that is read here. */
export const TokenReview = z.looseObject({
  apiVersion: z.string(),
  spec: z.looseObject({ token: z.string() }),
});

/** What aws-iam-authenticator answers to the API server of a cluster: whoever has the key is its administrator. */
export function reviewToken(
  { apiVersion, spec: { token } }: z.output<typeof TokenReview>,
  cluster: string,
  credentials: Credentials,
) {
  const answer = (status: object) => ({ apiVersion, kind: "TokenReview", status });
  // Somebody else's token, such as a JWT: no error, for another authenticator may take it.
  if (!token.startsWith(iamTokenPrefix)) return answer({ authenticated: false });
  const problem = iamTokenProblem(token, cluster, credentials);
  if (problem !== undefined) return answer({ authenticated: false, error: `token webhook: ${problem}` });
  const user = {
    username: "kubernetes-admin",
    uid: `aws-iam-authenticator:${account}:AIDAEXAMPLE`,
    groups: ["system:masters"],
  };
  return answer({ authenticated: true, user });
}
