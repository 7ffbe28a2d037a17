import type { TokenAuthenticator } from "./token-authenticator";

/** One flag of kube-apiserver, without its dashes. */
export interface Flag {
  readonly name: string;
  readonly value: string;
}

/**
 * The `--oidc-*` flags that say what EKS is told: kubernetes.io/docs/reference/access-authn-authz/authentication,
 * "Configuring the API server".
 */
export function oidcFlags(authenticator: TokenAuthenticator): Flag[] {
  const { issuerUrl, clientId, usernameClaim, usernamePrefix, groupsClaim, groupsPrefix } = authenticator;
  return [
    { name: "oidc-issuer-url", value: issuerUrl },
    { name: "oidc-client-id", value: clientId },
    { name: "oidc-username-claim", value: usernameClaim },
    // Without one the API server puts "<issuer>#" before the name.
    { name: "oidc-username-prefix", value: usernamePrefix === "" ? "-" : usernamePrefix },
    ...(groupsClaim === undefined ? [] : [{ name: "oidc-groups-claim", value: groupsClaim }]),
    ...(groupsPrefix === "" ? [] : [{ name: "oidc-groups-prefix", value: groupsPrefix }]),
    ...Object.entries(authenticator.requiredClaims).map(([claim, value]) => ({
      name: "oidc-required-claim",
      value: `${claim}=${value}`,
    })),
  ];
}

/** Why flags cannot say it, so that a sentence goes on after "because"; nothing if they can. */
export function beyondFlags(authenticators: readonly TokenAuthenticator[]): string | undefined {
  const [first, ...others] = authenticators;
  if (others.length > 0) return "they know one issuer, and this cluster has several";
  if ((first?.furtherGroupsClaims ?? []).length > 0)
    return "they read groups from one claim, and this cluster reads several";
  const [trimmed] = Object.entries(first?.requiredClaims ?? {}).find((pair) => pair.some(isTrimmed)) ?? [];
  return trimmed === undefined ? undefined : `they take the spaces at the ends of the required claim ${trimmed} away`;
}

/** k8s.io/component-base/cli/flag/map_string_string.go */
const isTrimmed = (text: string) => text.trim() !== text;
