import type { TokenAuthenticator } from "../../model/authentication/token-authenticator";

const clientId = "7c1f0a52-3b44-4c8e-9d61-5f2e8a9b0c1d";
const tid = "6f1c1b62-35f5-4a1c-9b6e-0f7d0c3a9b11";

/** Each kind of association: v1 and v2, prefixes and none, each claim of a user name, required claims from none to two. */
export function authenticatorsOf(issuers: string): Readonly<Record<string, TokenAuthenticator>> {
  const v1 = `${issuers}/v1/`;
  const v2 = `${issuers}/v2.0`;
  const plain = { clientId, usernamePrefix: "", groupsClaim: "groups", groupsPrefix: "", requiredClaims: {} };
  return {
    "v2, upn": { ...plain, issuerUrl: v2, usernameClaim: "upn" },
    "v1, email, prefixes, one required claim": {
      ...plain,
      issuerUrl: v1,
      usernameClaim: "email",
      usernamePrefix: "entra:",
      groupsPrefix: "entra:",
      requiredClaims: { tid },
    },
    "v2, sub, the issuer as prefix, groups from roles, two required claims": {
      ...plain,
      issuerUrl: v2,
      usernameClaim: "sub",
      usernamePrefix: `${v2}#`,
      groupsClaim: "roles",
      requiredClaims: { tid, acct: "0" },
    },
    "v1, oid, a prefix, no groups": {
      clientId,
      issuerUrl: v1,
      usernameClaim: "oid",
      usernamePrefix: "oidc:",
      groupsPrefix: "",
      requiredClaims: {},
    },
    "v2, email, a prefix of groups": { ...plain, issuerUrl: v2, usernameClaim: "email", groupsPrefix: "entra:" },
    "v1, upn, the issuer as prefix, one required claim": {
      ...plain,
      issuerUrl: v1,
      usernameClaim: "upn",
      usernamePrefix: `${v1}#`,
      requiredClaims: { acct: "0" },
    },
  };
}
