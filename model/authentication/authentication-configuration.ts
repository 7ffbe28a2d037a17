import type { CelRule } from "./cel-rule";
import { groupsExpression, listedGroupsRule } from "./merged-groups";
import { isAtLeast, type KubernetesVersion } from "./kubernetes-version";
import type { TokenAuthenticator } from "./token-authenticator";
import { userRules } from "./user-rules";

/** A claim and what stands before its text, or what CEL makes of the claims. */
export type ClaimMapping = { readonly claim: string; readonly prefix: string } | { readonly expression: string };

/** One issuer whose tokens an API server takes. */
export interface JwtAuthenticator {
  readonly issuer: { readonly url: string; readonly audiences: readonly string[] };
  /** @default - every token for the audience is taken */
  readonly claimValidationRules?: readonly ({ readonly claim: string; readonly requiredValue: string } | CelRule)[];
  readonly claimMappings: { readonly username: ClaimMapping; readonly groups?: ClaimMapping };
  readonly userValidationRules: readonly CelRule[];
}

/** What kube-apiserver reads from the file of `--authentication-config`: pkg/apis/apiserver/v1/types.go of k8s.io/apiserver. */
export interface AuthenticationConfiguration {
  readonly apiVersion: `apiserver.config.k8s.io/${"v1" | "v1beta1"}`;
  readonly kind: "AuthenticationConfiguration";
  readonly jwt: readonly JwtAuthenticator[];
}

const stable = { major: 1, minor: 34 };
const beta = { major: 1, minor: 30 };

/** Whether this version reads such a file without a feature gate: StructuredAuthenticationConfiguration is alpha before. */
export const readsConfiguration = (kubernetes: KubernetesVersion) => isAtLeast(kubernetes, beta);

/** What an API server has to be told, so that it judges as `judgeToken` does with `toldBy: "configuration"`. */
export function authenticationConfiguration(
  authenticators: readonly TokenAuthenticator[],
  kubernetes: KubernetesVersion,
): AuthenticationConfiguration {
  return {
    apiVersion: isAtLeast(kubernetes, stable) ? "apiserver.config.k8s.io/v1" : "apiserver.config.k8s.io/v1beta1",
    kind: "AuthenticationConfiguration",
    jwt: authenticators.map(jwtAuthenticator),
  };
}

function jwtAuthenticator(authenticator: TokenAuthenticator): JwtAuthenticator {
  const { issuerUrl, clientId, usernameClaim, usernamePrefix, groupsClaim, groupsPrefix } = authenticator;
  const isMerged = (authenticator.furtherGroupsClaims ?? []).length > 0;
  const rules = [
    ...Object.entries(authenticator.requiredClaims).map(([claim, requiredValue]) => ({ claim, requiredValue })),
    ...(isMerged ? [listedGroupsRule] : []),
  ];
  return {
    issuer: { url: issuerUrl, audiences: [clientId] },
    ...(rules.length === 0 ? {} : { claimValidationRules: rules }),
    claimMappings: {
      // A prefix has to be written, also where there is none.
      username: { claim: usernameClaim, prefix: usernamePrefix },
      ...(isMerged
        ? { groups: { expression: groupsExpression(authenticator) } }
        : groupsClaim === undefined
          ? {}
          : { groups: { claim: groupsClaim, prefix: groupsPrefix } }),
    },
    userValidationRules: Object.values(userRules),
  };
}
