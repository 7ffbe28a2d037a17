import type { TokenAuthenticator } from "../../../model/authentication/token-authenticator";
import type { Draft } from "../../tokens/draft";
import { membersOf, textOf } from "../../tokens/json-text";
import { setHeader } from "../../tokens/mutation";
import { saidOf } from "../../tokens/said-of";
import { SigningKeys } from "../../tokens/signing-keys";

/*
 * The cases of TestToken in k8s.io/apiserver 0.34.4, plugin/pkg/authenticator/token/oidc/oidc_test.go, by their names there.
 * Not here: the cases of what only a configuration file has (expressions, user rules, uid, extra, several audiences,
 * egress, discovery URL), those of a start that fails (not-https, no-username-claim, invalid-sig-alg, mutually exclusive,
 * disallowed issuer, health check), those of other algorithms than EKS takes (ps256, es512), and those of an endpoint that
 * answers with groups: nobody but the API server asks it.
 */
const keys = new SigningKeys();
const now = 1_000_000_000;
const exp = now + 600;
const iss = "https://auth.example.com";
const base = { iss, aud: "my-client", exp };
const jane = { ...base, username: "jane" };
const email = "jane@example.com";
const elsewhere = {
  ...jane,
  _claim_names: { groups: "src1" },
  _claim_sources: { src1: { endpoint: `${iss}/groups`, access_token: "groups_token" } },
};

const byEmail = { usernameClaim: "email" };
const withGroups = { groupsClaim: "groups" };
const prefix = { usernamePrefix: "prefix:" };
const hosted = { ...withGroups, requiredClaims: { hd: "example.com" } };

type Props = Partial<TokenAuthenticator>;
type Claims = Readonly<Record<string, unknown>>;
type Case = readonly [name: string, props: Props, claims: Claims, said: string, change?: (draft: Draft) => Draft];

const user = (...names: readonly string[]) => JSON.stringify(names);
const verify = (reason: string) => `oidc: verify token: ${reason}`;
const absent = verify("oidc: source does not exist");

const cases: readonly Case[] = [
  ["token", {}, jane, user("jane")],
  ["no-username", prefix, base, 'oidc: parse username claims "username": claim not present'],
  ["email", byEmail, { ...base, email, email_verified: true }, user(email)],
  ["email-not-verified", byEmail, { ...base, email, email_verified: false }, "oidc: email not verified"],
  ["no-email-verified-claim", byEmail, { ...base, email }, user(email)],
  [
    "invalid-email-verified-claim",
    byEmail,
    { ...base, email, email_verified: "false" },
    "oidc: parse 'email_verified' claim: json: cannot unmarshal string into Go value of type bool",
  ],
  ["groups", withGroups, { ...jane, groups: ["team1", "team2"] }, user("jane", "team1", "team2")],
  [
    "groups-distributed-malformed-claim-names",
    withGroups,
    { ...elsewhere, _claim_names: { groups: "nonexistent-claim-source" } },
    absent,
  ],
  ["groups-distributed-malformed-names-and-sources", withGroups, { ...jane, _claim_names: { groups: "src1" } }, absent],
  ["groups-distributed-normal-claim-wins", withGroups, { ...elsewhere, groups: "team1" }, user("jane", "team1")],
  ["group-string-claim", withGroups, { ...jane, groups: "team1" }, user("jane", "team1")],
  [
    "group-string-claim-aggregated-not-supported",
    withGroups,
    { ...elsewhere, _claim_sources: { src1: { JWT: "some.jwt.token" } } },
    user("jane"),
  ],
  ["no-groups-claim", withGroups, jane, user("jane")],
  [
    "invalid-groups-claim",
    withGroups,
    { ...jane, groups: 42 },
    'oidc: parse groups claim "groups": json: cannot unmarshal number into Go value of type string',
  ],
  [
    "required-claim",
    { ...withGroups, requiredClaims: { hd: "example.com", sub: "test" } },
    { ...jane, hd: "example.com", sub: "test" },
    user("jane"),
  ],
  ["no-required-claim", hosted, jane, "oidc: required claim hd not present in ID token"],
  [
    "invalid-required-claim",
    hosted,
    { ...jane, hd: "example.org" },
    "oidc: required claim hd value does not match. Got = example.org, want = example.com",
  ],
  [
    "invalid-signature",
    prefix,
    jane,
    // Of keys that come from an issuer: those of the test there say "no keys matches jwk keyid".
    verify("failed to verify signature: failed to verify id token signature"),
    (draft) => ({ ...draft, sign: keys.rs256Unpublished }),
  ],
  [
    "expired",
    prefix,
    { ...jane, exp: now - 600 },
    verify("oidc: token is expired (Token Expiry: 2001-09-09 01:36:40 +0000 UTC)"),
  ],
  [
    "invalid-aud",
    prefix,
    { ...jane, aud: "not-my-client" },
    verify('oidc: expected audience "my-client" got ["not-my-client"]'),
  ],
  ["multiple-audiences", {}, { ...jane, aud: ["not-my-client", "my-client"], azp: "not-my-client" }, user("jane")],
  ["invalid-issuer", prefix, { ...jane, iss: "https://example.com" }, "invalid bearer token"],
  ["username-prefix", { usernamePrefix: "oidc:" }, jane, user("oidc:jane")],
  [
    "groups-prefix",
    { ...withGroups, usernamePrefix: "oidc:", groupsPrefix: "groups:" },
    { ...jane, groups: ["team1", "team2"] },
    user("oidc:jane", "groups:team1", "groups:team2"),
  ],
  [
    "invalid-signing-alg",
    prefix,
    jane,
    verify('oidc: id token signed with unsupported algorithm, expected ["RS256"] got "PS256"'),
    (draft) => ({ ...setHeader(draft, "alg", '"PS256"'), sign: keys.ps256 }),
  ],
  [
    "accounts.google.com issuer",
    { ...byEmail, issuerUrl: "https://accounts.google.com" },
    { ...base, iss: "accounts.google.com", email: "thomas.jefferson@gmail.com" },
    user("thomas.jefferson@gmail.com"),
  ],
  [
    "good token with bad client id",
    prefix,
    { ...jane, aud: "my-wrong-client" },
    verify('oidc: expected audience "my-client" got ["my-wrong-client"]'),
  ],
  ["empty username is allowed via claim", withGroups, { ...base, username: "", groups: null, baz: "qux" }, user("")],
  ["minimum valid jwt payload", { usernameClaim: "user" }, { ...base, user: "jane" }, user("jane")],
  ["non-string jti claim does not set credential id in extra or error", {}, { ...jane, jti: 1234 }, user("jane")],
  ["missing jti claim does not set credential id in extra or error", {}, jane, user("jane")],
];

async function said(props: Props, claims: Claims, change = (draft: Draft): Draft => draft): Promise<string> {
  const authenticator: TokenAuthenticator = {
    issuerUrl: iss,
    clientId: "my-client",
    usernameClaim: "username",
    usernamePrefix: "",
    groupsPrefix: "",
    requiredClaims: {},
    ...props,
  };
  const world = { authenticator, keys, now, id: "" };
  return saidOf(world, (draft) => change({ ...draft, claims: membersOf(claims) }), { major: 1, minor: 34 });
}

for (const [name, props, claims, wanted, change] of cases) {
  test(`kube-apiserver's own case: ${name}`, async () => {
    expect(await said(props, claims, change)).toBe(wanted);
  });
}

const distributed: readonly (readonly [name: string, claim: string])[] = [
  ["groups-distributed", "groups"],
  ["groups-distributed-unusual-name", "rabbits"],
];
test.each(distributed)("groups that are elsewhere are for the API server to fetch: %s", async (_name, claim) => {
  const reason = await said({ groupsClaim: claim }, { ...elsewhere, _claim_names: { [claim]: "src1" } });
  expect(reason).toContain(
    `oidc: could not expand distributed claims: while getting distributed claim ${textOf(claim)}: Get "${iss}/groups"`,
  );
});
