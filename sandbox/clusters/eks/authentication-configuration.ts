import type { OidcRequest } from "./oidc-request";

interface ClaimMapping {
  readonly claim: string;
  readonly prefix: string;
}

/** One issuer that kube-apiserver takes tokens of. */
export interface JwtAuthenticator {
  readonly issuer: {
    readonly url: string;
    readonly audiences: readonly string[];
    /** @default - where the issuer says */
    readonly discoveryURL?: string;
    /** @default - what the machine trusts */
    readonly certificateAuthority?: string;
  };
  readonly claimMappings: { readonly username: ClaimMapping; readonly groups?: ClaimMapping };
  /** @default - none */
  readonly claimValidationRules?: readonly { readonly claim: string; readonly requiredValue: string }[];
}

/** What kube-apiserver reads from the file of `--authentication-config`. */
export interface AuthenticationConfiguration {
  readonly apiVersion: "apiserver.config.k8s.io/v1";
  readonly kind: "AuthenticationConfiguration";
  /** @default - no JWT is taken */
  readonly jwt?: readonly JwtAuthenticator[];
}

/** Where kube-apiserver finds issuers that are only emulated. */
export interface EmulatedIssuers {
  /** PEM. */
  readonly issuerCa: string;
  /** URL of an issuer's discovery document, if it is elsewhere than the issuer says. */
  readonly discoveryUrl: (issuer: string) => string | undefined;
}

const head = { apiVersion: "apiserver.config.k8s.io/v1", kind: "AuthenticationConfiguration" } as const;

/** No issuer at all, as a cluster without an association has it. */
export const withoutIssuer: AuthenticationConfiguration = head;

/** What an association means to kube-apiserver: the `--oidc-*` flags that EKS sets, in the form that can be reloaded. */
export function authenticationConfiguration(
  oidc: OidcRequest,
  { issuerCa, discoveryUrl }: EmulatedIssuers,
): AuthenticationConfiguration {
  const { issuerUrl: url, clientId, usernameClaim = "", groupsClaim = "", groupsPrefix = "" } = oidc;
  const claim = usernameClaim === "" ? "sub" : usernameClaim; // [doc]
  const discoveryURL = discoveryUrl(url);
  const emulated = discoveryURL !== undefined || ["localhost", "127.0.0.1"].includes(new URL(url).hostname);
  const required = Object.entries(oidc.requiredClaims ?? {});
  const authenticator: JwtAuthenticator = {
    issuer: {
      url,
      ...(discoveryURL === undefined ? {} : { discoveryURL }),
      ...(emulated ? { certificateAuthority: issuerCa } : {}),
      audiences: [clientId],
    },
    claimMappings: {
      username: { claim, prefix: usernamePrefix(oidc, claim) },
      ...(groupsClaim === "" ? {} : { groups: { claim: groupsClaim, prefix: groupsPrefix } }),
    },
    ...(required.length === 0
      ? {}
      : { claimValidationRules: required.map(([name, requiredValue]) => ({ claim: name, requiredValue })) }),
  };
  return { ...head, jwt: [authenticator] };
}

/** [src] --oidc-username-prefix in k8s.io/kubernetes/pkg/kubeapiserver/options/authentication.go. */
function usernamePrefix({ usernamePrefix: prefix = "", issuerUrl }: OidcRequest, claim: string): string {
  if (prefix === "-") return "";
  if (prefix !== "") return prefix;
  return claim === "email" ? "" : `${issuerUrl}#`;
}
