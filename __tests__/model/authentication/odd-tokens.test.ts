import type { TokenAuthenticator } from "../../../model/authentication/token-authenticator";
import type { Draft, TokenWorld } from "../../tokens/draft";
import { objectText, rawByte, textOf, type Member } from "../../tokens/json-text";
import { dropClaim, dropHeader, setClaim, setHeader } from "../../tokens/mutation";
import { partMutations } from "../../tokens/part-mutations";
import { saidOf } from "../../tokens/said-of";
import { SigningKeys } from "../../tokens/signing-keys";

const now = 1_000_000_000;
const issuerUrl = "https://login.contoso.com/v2.0";
const plain: TokenAuthenticator = {
  issuerUrl,
  clientId: "app",
  usernameClaim: "upn",
  usernamePrefix: "",
  groupsClaim: "groups",
  groupsPrefix: "",
  requiredClaims: {},
};
const keys = new SigningKeys();

const ada = '["ada@contoso.com","devs"]';
const skipped = "invalid bearer token";
const malformed = /^oidc: verify token: oidc: malformed jwt: /;
const unread = /^oidc: verify token: oidc: failed to unmarshal claims: /;
const unsigned = "oidc: verify token: failed to verify signature: failed to verify id token signature";
const audience = (got: string) => `oidc: verify token: oidc: expected audience "app" got [${got}]`;
const expired = (at: string) => `oidc: verify token: oidc: token is expired (Token Expiry: ${at} +0000 UTC)`;
const algorithm = (got: string) =>
  `oidc: verify token: oidc: id token signed with unsupported algorithm, expected ["RS256"] got "${got}"`;

type Change = (draft: Draft) => Draft;
type Row = readonly [name: string, change: Change, said: string | RegExp];
const claim =
  (name: string, value: string): Change =>
  (draft) =>
    setClaim(draft, name, value);
const header =
  (name: string, value: string): Change =>
  (draft) =>
    setHeader(draft, name, value);
/** The claim of this name goes; these members stand at its end, as they are written. */
const instead =
  (name: string, ...members: readonly Member[]): Change =>
  (draft) => ({ ...dropClaim(draft, name), claims: [...dropClaim(draft, name).claims, ...members] });
const both =
  (...changes: readonly Change[]): Change =>
  (draft) =>
    changes.reduce((changed, change) => change(changed), draft);
const part = (name: string): Change => {
  const mutation = partMutations.find((one) => one.name === name);
  if (mutation === undefined) throw new Error(name);
  return (draft) => mutation.apply(draft, world());
};
const payload =
  (change: (text: string) => string): Change =>
  (draft) => ({ ...draft, payloadText: change });

const ours = textOf(issuerUrl);
const other = textOf("https://login.fabrikam.com");

const issuers: readonly Row[] = [
  ["only ISS", instead("iss", ['"ISS"', ours]), ada],
  ["iss ours, then ISS another", instead("iss", ['"iss"', ours], ['"ISS"', other]), skipped],
  ["ISS another, then iss ours", instead("iss", ['"ISS"', other], ['"iss"', ours]), ada],
  ["iss with a long s", instead("iss", ['"i\u017fs"', ours]), ada],
  ["iss without its last letter", claim("iss", textOf(issuerUrl.slice(0, -1))), skipped],
  ["iss with a slash more", claim("iss", textOf(`${issuerUrl}/`)), skipped],
];

const audiences: readonly Row[] = [
  ["aud twice, the last ours", instead("aud", ['"aud"', '"x"'], ['"aud"', '"app"']), ada],
  ["aud another, AUD ours", instead("aud", ['"aud"', '"x"'], ['"AUD"', '"app"']), ada],
  ["aud null", claim("aud", "null"), audience('""')],
  ["aud missing", (draft) => dropClaim(draft, "aud"), audience("")],
  ["aud with a number", claim("aud", '["app",1]'), unread],
  ["aud with a null", claim("aud", '["app",null]'), ada],
  [
    "aud that Go escapes",
    claim("aud", String.raw`["\u0000\u007f\"é\u2028\ufeff"]`),
    audience(String.raw`"\x00\x7f\"é\u2028\ufeff"`),
  ],
];

const times: readonly Row[] = [
  ["exp as text", claim("exp", '"1000000600"'), ada],
  ["exp with a fraction", claim("exp", "1000000600.9"), ada],
  ["exp with an exponent", claim("exp", "1.0000006e9"), ada],
  ["exp beyond every clock", claim("exp", "1e300"), /^oidc: verify token: oidc: token is expired /],
  ["exp now", claim("exp", String(now)), ada],
  ["exp a second ago", claim("exp", String(now - 1)), expired("2001-09-09 01:46:39")],
  ["exp missing", (draft) => dropClaim(draft, "exp"), expired("0001-01-01 00:00:00")],
  [
    "exp that Go's clock takes for another year",
    claim("exp", "-9223372036854775808"),
    expired("292277026596-12-04 15:30:08"),
  ],
  ["exp before the year 1", claim("exp", "-62135596801"), expired("0000-12-31 23:59:59")],
  ["nbf after the year 9999", claim("nbf", "253402300800"), /time: 10000-01-01 00:00:00 \+0000 UTC$/],
  ["exp null", claim("exp", "null"), unread],
  ["exp true", claim("exp", "true"), unread],
  ["iat a word", claim("iat", '"abc"'), unread],
  ["iat null", claim("iat", "null"), unread],
  ["iat in the future", claim("iat", String(now + 9999)), ada],
  ["nbf in a minute", claim("nbf", String(now + 60)), ada],
  ["nbf in a minute and a second", claim("nbf", String(now + 61)), /before the nbf \(not before\) time/],
  ["nbf null", claim("nbf", "null"), ada],
  ["nbf a word", claim("nbf", '"x"'), unread],
];

const structures: readonly Row[] = [
  ["sub a number", claim("sub", "5"), unread],
  ["nonce a number", claim("nonce", "5"), unread],
  ["at_hash a number", claim("at_hash", "5"), unread],
  ["_claim_names a text", claim("_claim_names", '"x"'), unread],
  [
    "_claim_names without sources",
    claim("_claim_names", '{"groups":"src1"}'),
    "oidc: verify token: oidc: source does not exist",
  ],
  [
    "_claim_names with an empty source",
    claim("_claim_names", '{"groups":""}'),
    "oidc: verify token: oidc: failed to obtain source from claim name",
  ],
  [
    "groups elsewhere, and here too",
    both(claim("_claim_names", '{"groups":"src1"}'), claim("_claim_sources", '{"src1":{"endpoint":"https://x"}}')),
    ada,
  ],
  [
    "groups elsewhere, at an ENDPOINT",
    both(
      (draft) => dropClaim(draft, "groups"),
      claim("_claim_names", '{"groups":"src1"}'),
      claim("_claim_sources", '{"src1":{"ENDPOINT":"https://x"}}'),
    ),
    /^oidc: could not expand distributed claims: while getting distributed claim "groups": Get "https:\/\/x"$/,
  ],
  [
    "a source whose JWT is a number",
    both(
      (draft) => dropClaim(draft, "groups"),
      claim("_claim_names", "{}"),
      claim("_claim_sources", '{"src1":{"JWT":5}}'),
    ),
    "oidc: could not expand distributed claims: oidc: could not parse claim sources: json: cannot unmarshal number into Go struct field endpoint.JWT of type string",
  ],
  [
    "a source whose endpoint is a number",
    claim("_claim_sources", '{"src1":{"endpoint":5}}'),
    "oidc: verify token: oidc: failed to unmarshal claims: json: cannot unmarshal number into Go struct field claimSource._claim_sources.endpoint of type string",
  ],
  [
    "groups elsewhere",
    both(
      (draft) => dropClaim(draft, "groups"),
      claim("_claim_names", '{"groups":"src1"}'),
      claim("_claim_sources", '{"src1":{"endpoint":"https://x"}}'),
    ),
    /^oidc: could not expand distributed claims: while getting distributed claim "groups"/,
  ],
];

const headers: readonly Row[] = [
  ["alg none", header("alg", '"none"'), algorithm("none")],
  [
    "alg HS256, signed with the public key",
    (draft) => ({ ...setHeader(draft, "alg", '"HS256"'), sign: keys.hs256 }),
    algorithm("HS256"),
  ],
  ["alg rs256", header("alg", '"rs256"'), algorithm("rs256")],
  [
    "ALG instead of alg",
    (draft) => ({ ...draft, header: [...dropHeader(draft, "alg").header, ['"ALG"', '"RS256"']] }),
    algorithm(""),
  ],
  ["no kid", (draft) => dropHeader(draft, "kid"), ada],
  ["an empty kid", header("kid", '""'), ada],
  ["an unknown kid", header("kid", '"unknown"'), unsigned],
  ["kid a number", header("kid", "5"), malformed],
  ["x5c a text", header("x5c", '"x"'), malformed],
  ["x5c null", header("x5c", "null"), ada],
  ["x5c no certificate", header("x5c", '["x"]'), malformed],
  ["jwk null", header("jwk", "null"), ada],
  ["jwk a number", header("jwk", "5"), malformed],
  ["jwk no key", header("jwk", "{}"), malformed],
  ["jwk a secret", header("jwk", '{"kty":"oct","k":"AAAA"}'), malformed],
  ["a number beyond float64 in the header", header("other", "[1e400]"), malformed],
  ["a header of any depth", header("other", "[".repeat(12_000) + "]".repeat(12_000)), ada],
  ["alg twice", (draft) => ({ ...draft, header: [...draft.header, ['"alg"', '"RS256"']] }), malformed],
  ["crit", header("crit", '["exp"]'), unsigned],
  ["crit that names b64", header("crit", '["b64"]'), ada],
  ["crit that names nothing", header("crit", "[]"), ada],
  ["crit null", header("crit", "null"), ada],
  ["b64 false", header("b64", "false"), unsigned],
  ["b64 null", header("b64", "null"), ada],
  ["b64 a number", header("b64", "5"), ada],
  ["b64 false, which crit names", both(header("crit", '["b64"]'), header("b64", "false")), unsigned],
  ["typ of an access token", header("typ", '"at+jwt"'), ada],
  ["an embedded key", header("jwk", textOf(keys.embedded)), ada],
  [
    "signed by the embedded key",
    (draft) => ({ ...setHeader(draft, "jwk", textOf(keys.embedded)), sign: keys.rs256Unpublished }),
    unsigned,
  ],
];

const parts: readonly Row[] = [
  ["no signature", part("signature empty"), unsigned],
  ["a wrong signature", part("signature with a bit turned"), unsigned],
  ["a padded signature", part("signature with padding"), malformed],
  ["a padded header", part("header with padding"), malformed],
  ["a tab in the header", part("header with a tab inside"), ada],
  ["a tab in the signature", part("signature with a tab inside"), ada],
  ["a tab in the payload", part("payload with a tab inside"), skipped],
  ["a padded payload", part("payload with padding"), skipped],
  ["a payload with + and /", part("payload with + and /"), skipped],
  ["a payload with stray bits", part("payload with stray bits"), ada],
  ["a signature with stray bits", part("signature with stray bits"), ada],
  ["two parts", part("2 parts"), skipped],
  ["four parts", part("4 parts"), skipped],
  ["five parts", part("5 parts"), skipped],
  ["an array as payload", payload(() => "[]"), skipped],
  ["null as payload", payload(() => "null"), skipped],
  ["a BOM", payload((text) => `\ufeff${text}`), skipped],
  ["a trailing x", payload((text) => `${text}x`), skipped],
  ["invalid UTF-8", claim("upn", `"ada${rawByte(0xff)}"`), '["ada\ufffd","devs"]'],
  ["one U+FFFD for each invalid byte", claim("upn", `"${rawByte(0xe2)}${rawByte(0x82)}"`), '["\ufffd\ufffd","devs"]'],
];

const order: readonly Row[] = [
  [
    "expired and badly signed",
    (draft) => ({ ...setClaim(draft, "exp", String(now - 60)), sign: keys.rs256Unpublished }),
    expired("2001-09-09 01:45:40"),
  ],
  ["of another audience and expired", both(claim("exp", "5"), claim("aud", '"x"')), audience('"x"')],
  ["expired and too early", both(claim("exp", "5"), claim("nbf", "2000000000")), expired("1970-01-01 00:00:05")],
  ["badly signed, without a user name", both(header("kid", '"x"'), instead("upn")), unsigned],
];

const word = (kind: string, name: string) =>
  `oidc: parse username claims "${name}": json: cannot unmarshal ${kind} into Go value of type string`;
const list = (kind: string) =>
  `oidc: parse groups claim "groups": json: cannot unmarshal ${kind} into Go value of type string`;

const values: readonly Row[] = [
  ["user name twice, the last counts", instead("upn", ['"upn"', '"x"'], ['"upn"', '"ada@contoso.com"']), ada],
  ["user name null", claim("upn", "null"), '["","devs"]'],
  ["user name empty", claim("upn", '""'), '["","devs"]'],
  ["user name a number", claim("upn", "5"), word("number", "upn")],
  ["user name a boolean", claim("upn", "true"), word("bool", "upn")],
  ["user name a list", claim("upn", "[]"), word("array", "upn")],
  ["user name an object", claim("upn", "{}"), word("object", "upn")],
  ["user name missing", instead("upn"), 'oidc: parse username claims "upn": claim not present'],
  ["UPN instead of upn", instead("upn", ['"UPN"', '"x"']), 'oidc: parse username claims "upn": claim not present'],
  ["user name by __proto__", instead("upn", ['"__proto__"', objectText([['"upn"', '"x"']])]), /claim not present$/],
  ["groups null", claim("groups", "null"), '["ada@contoso.com"]'],
  ["groups none", claim("groups", "[]"), '["ada@contoso.com"]'],
  ["groups a null", claim("groups", "[null]"), '["ada@contoso.com",""]'],
  ["groups an empty text", claim("groups", '""'), '["ada@contoso.com",""]'],
  ["groups a text", claim("groups", '"devs"'), ada],
  ["groups twice the same", claim("groups", '["devs","devs"]'), '["ada@contoso.com","devs","devs"]'],
  ["groups in groups", claim("groups", '[["devs"]]'), list("array")],
  ["groups with a number", claim("groups", '["devs",1]'), list("array")],
  ["groups a number", claim("groups", "5"), list("number")],
  ["groups an object", claim("groups", "{}"), list("object")],
];

const world = (more: Partial<TokenAuthenticator> = {}): TokenWorld => ({
  authenticator: { ...plain, ...more },
  keys,
  now,
  id: "odd",
});
const adas: Change = claim("groups", '["devs"]');

async function expectSaid(change: Change, said: string | RegExp, more?: Partial<TokenAuthenticator>): Promise<void> {
  const answer = await saidOf(world(more), (draft) => change(adas(draft)), { major: 1, minor: 34 });
  if (typeof said === "string") expect(answer).toBe(said);
  else expect(answer).toMatch(said);
}

const all = [...issuers, ...audiences, ...times, ...structures, ...headers, ...parts, ...order, ...values];
test.each(all)("a token is judged as go-oidc and go-jose do: %s", (_name, change, said) => expectSaid(change, said));

const verified: readonly Row[] = [
  ["true", claim("email_verified", "true"), '["ada.lovelace@contoso.com","devs"]'],
  ["missing", adas, '["ada.lovelace@contoso.com","devs"]'],
  ["false", claim("email_verified", "false"), "oidc: email not verified"],
  ["null", claim("email_verified", "null"), "oidc: email not verified"],
  ["a text", claim("email_verified", '"true"'), /^oidc: parse 'email_verified' claim: json: cannot unmarshal string /],
  ["a number", claim("email_verified", "1"), /^oidc: parse 'email_verified' claim: json: cannot unmarshal number /],
];
test.each(verified)("an address has to be verified if the token says anything of it: %s", (_name, change, said) =>
  expectSaid(change, said, { usernameClaim: "email" }),
);

test("nobody minds email_verified where the user name is no address", () =>
  expectSaid(claim("email_verified", "false"), ada));

const required: readonly Row[] = [
  ["the same", claim("acct", '"0"'), ada],
  ["missing", instead("acct"), "oidc: required claim acct not present in ID token"],
  ["another", claim("acct", '"1"'), "oidc: required claim acct value does not match. Got = 1, want = 0"],
  ["null", claim("acct", "null"), "oidc: required claim acct value does not match. Got = , want = 0"],
  [
    "a number",
    claim("acct", "0"),
    "oidc: parse claim acct: json: cannot unmarshal number into Go value of type string",
  ],
  ["in capitals", instead("acct", ['"ACCT"', '"0"']), "oidc: required claim acct not present in ID token"],
];
test.each(required)("a required claim is a text and the same: %s", (_name, change, said) =>
  expectSaid(change, said, { requiredClaims: { acct: "0" } }),
);

const prefixed: readonly Row[] = [
  ["of a user and of each group", adas, '["u:ada@contoso.com","g:devs"]'],
  ["of empty names", both(claim("upn", "null"), claim("groups", "[null]")), '["u:","g:"]'],
];
test.each(prefixed)("a prefix stands before the name: %s", (_name, change, said) =>
  expectSaid(change, said, { usernamePrefix: "u:", groupsPrefix: "g:" }),
);

const leeways: readonly (readonly [version: string, minor: number, seconds: number])[] = [
  ["1.34", 34, 60],
  ["1.37", 37, 60],
  ["1.38", 38, 300],
];
test.each(leeways)("a token may be early for as long as %s lets it", async (_version, minor, seconds) => {
  const said = (nbf: number) => saidOf(world(), both(adas, claim("nbf", String(nbf))), { major: 1, minor });
  expect(await said(now + seconds)).toBe(ada);
  expect(await said(now + seconds + 1)).toMatch(/before the nbf \(not before\) time/);
});

test("from 1.38 the signature is checked before the audience and the expiry", async () => {
  const wrong = both(claim("exp", "5"), claim("aud", '"x"'), header("kid", '"x"'));
  expect(await saidOf(world(), wrong, { major: 1, minor: 37 })).toMatch(/expected audience/);
  expect(await saidOf(world(), wrong, { major: 1, minor: 38 })).toMatch(/failed to verify/);
});
