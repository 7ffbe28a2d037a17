import { own } from "../../model/own";
import type { TokenWorld } from "./draft";
import { textOf } from "./json-text";
import { memberMutations } from "./member-mutations";
import { dropHeader, setHeader, type Mutation } from "./mutation";
import type { Signing } from "./signing-keys";

const values = [
  "null",
  "true",
  "false",
  "5",
  '""',
  '"x"',
  "[]",
  '["x"]',
  "[null]",
  "[5]",
  "{}",
  '{"a":1}',
  '"\\ud800"',
  "1e400",
];
const names = [
  "alg",
  "kid",
  "typ",
  "cty",
  "crit",
  "b64",
  "jwk",
  "x5c",
  "x5t",
  "x5t#S256",
  "x5u",
  "jku",
  "nonce",
  "zip",
  "enc",
  "epk",
  "apu",
  "p2c",
  "iv",
  "tag",
  "other",
  "__proto__",
];
const special: Readonly<Record<string, readonly string[]>> = {
  alg: [
    '"none"',
    '"NONE"',
    '"HS256"',
    '"rs256"',
    '"RS384"',
    '"RS512"',
    '"PS256"',
    '"ES256"',
    '"EdDSA"',
    '"RS256 "',
    '["RS256"]',
    '"\\u0052S256"',
  ],
  kid: ['"first"', '"second"', '"curve"', '"unknown"', '"FIRST"', '"\\u0066irst"', '["first"]'],
  typ: ['"at+jwt"', '"jwt"', '"JWE"'],
  crit: ['["exp"]', '["b64"]', '["alg"]', '["nonce"]'],
  zip: ['"DEF"'],
  enc: ['"A256GCM"'],
  jwk: ['{"kty":"oct","k":"AAAA"}', '{"kty":"RSA"}', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}', '{"kty":5}'],
};

/** How else a token may be signed: by which key, under which name. */
const signings: readonly (readonly [string, Signing, string, string | undefined])[] = [
  ["by the second key", "rs256Second", "RS256", "second"],
  ["by the second key, named as the first", "rs256Second", "RS256", "first"],
  ["by the second key, without a name", "rs256Second", "RS256", undefined],
  ["by the second key, empty name", "rs256Second", "RS256", ""],
  ["by an unknown key", "rs256Unpublished", "RS256", "first"],
  ["by an unknown key, without a name", "rs256Unpublished", "RS256", undefined],
  ["RS384", "rs384", "RS384", "first"],
  ["RS384 that says RS256", "rs384", "RS256", "first"],
  ["PS256", "ps256", "PS256", "first"],
  ["PS256 that says RS256", "ps256", "RS256", "first"],
  ["PS512", "ps512", "PS512", "first"],
  ["PS512 that says PS256", "ps512", "PS256", "first"],
  ["ES384", "es384", "ES384", "larger curve"],
  ["ES384, without a name", "es384", "ES384", undefined],
  ["ES384 by the key of ES256", "es384", "ES384", "curve"],
  ["ES256", "es256", "ES256", "curve"],
  ["ES256 that says RS256", "es256", "RS256", "curve"],
  ["HS256 with the public key", "hs256", "HS256", "first"],
  ["HS256 that says RS256", "hs256", "RS256", "first"],
];

export function headerMutations({ keys }: TokenWorld): readonly Mutation[] {
  const set = (name: string, value: string): Mutation => ({
    name: `header ${name} = ${value.length > 60 ? `${value.slice(0, 20)}…` : value}`,
    apply: (draft) => setHeader(draft, name, value),
  });
  return [
    ...names.flatMap((name) => [...values, ...(own(special, name) ?? [])].map((value) => set(name, value))),
    set("jwk", textOf(keys.embedded)),
    {
      name: "header crit b64 with b64 false",
      apply: (draft) => setHeader(setHeader(draft, "crit", '["b64"]'), "b64", "false"),
    },
    ...["alg", "kid", "typ", "crit", "x5c", "jwk", "iss"].flatMap((name) =>
      memberMutations(name, name === "alg" ? '"none"' : "5").map(({ name: how, apply }): Mutation => ({
        name: `header ${how}`,
        apply: (draft) => ({ ...draft, header: apply(draft.header) }),
      })),
    ),
    ...signings.map(([how, signer, alg, kid]): Mutation => ({
      name: `signed ${how}`,
      apply: (draft) => {
        const named = kid === undefined ? dropHeader(draft, "kid") : setHeader(draft, "kid", textOf(kid));
        return { ...setHeader(named, "alg", textOf(alg)), sign: keys[signer] };
      },
    })),
    {
      name: "signed by the embedded key",
      apply: (draft) => ({ ...setHeader(draft, "jwk", textOf(keys.embedded)), sign: keys.rs256Unpublished }),
    },
  ];
}
