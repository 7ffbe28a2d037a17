import { anyValues, claimValues } from "./claim-values";
import type { TokenWorld } from "./draft";
import { objectText, textOf } from "./json-text";
import { memberMutations } from "./member-mutations";
import { dropClaim, setClaim, type Mutation } from "./mutation";

const registered = ["iss", "sub", "aud", "exp", "nbf", "iat", "nonce", "at_hash", "jti"];
const special = ["email_verified", "_claim_names", "_claim_sources", "name", "__proto__", "constructor", "toString"];

/** The claims that an authenticator reads by a name of its configuration. */
function configured({ authenticator }: TokenWorld): readonly string[] {
  const { usernameClaim, groupsClaim, requiredClaims } = authenticator;
  return [usernameClaim, ...(groupsClaim === undefined ? [] : [groupsClaim]), ...Object.keys(requiredClaims)];
}

/** Another value of the right type, or of the wrong one where no value of the right type matters. */
function other(name: string, { now }: TokenWorld): string {
  if (name === "exp") return String(now - 600);
  if (name === "nbf") return String(now + 600);
  if (["iat", "nonce", "at_hash", "sub", "jti"].includes(name)) return "[5]";
  if (name === "email_verified") return "false";
  if (name.startsWith("_claim")) return "5";
  return '"other"';
}

/** Each claim that is read, with each value, under each name. */
export function claimMutations(world: TokenWorld): readonly Mutation[] {
  const names = [...new Set([...registered, ...configured(world), ...special])];
  return names.flatMap((name) => [
    ...[...anyValues, ...claimValues(name, world)].map((value): Mutation => ({
      name: `${name} = ${shortened(value)}`,
      apply: (draft) => setClaim(draft, name, value),
    })),
    ...memberMutations(name, other(name, world)).map(({ name: how, apply }): Mutation => ({
      name: how,
      apply: (draft) => ({ ...draft, claims: apply(draft.claims) }),
    })),
  ]);
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 40)}… (${text.length})` : text);

/** The port of no server: an answer is never there. */
const endpoint = "https://127.0.0.1:1/getMemberObjects";
const claimNames = [
  ...["null", "{}", "[]", '"x"', '{"groups":"src1"}', '{"groups":""}', '{"groups":null}', '{"groups":1}'],
  ...['{"other":"src1"}', '{"GROUPS":"src1"}', '{"groups":"src2"}', '{"groups":"src1","groups":"src2"}'],
  ...['{"groups":"constructor"}', '{"groups":"__proto__"}', '{"__proto__":"src1"}', '{"roles":"src1"}', '{"":"src1"}'],
];
const claimSources = [
  ...["null", "{}", "[]", '{"src1":{}}', '{"src1":null}', '{"src1":5}', '{"src1":{"endpoint":null}}', '{"SRC1":{}}'],
  ...['{"src1":{"endpoint":5}}', '{"src1":{"endpoint":""}}', '{"src1":{"access_token":5}}', '{"src1":{"JWT":"a.b.c"}}'],
  ...['{"src1":{"JWT":5}}', '{"":{}}', '{"__proto__":{}}', '{"src1":{"access_token":null}}'],
  ...[
    { endpoint },
    { ENDPOINT: endpoint },
    { endpoint, access_token: "secret" },
    { endpoint: "http://" },
    { endpoint: ":" },
    { endpoint: "x y" },
  ].map((source) => textOf({ src1: source })),
];

/** Claims that are said to be elsewhere, with and without the plain claim beside them. */
export function distributedMutations({ authenticator }: TokenWorld): readonly Mutation[] {
  const claim = authenticator.groupsClaim ?? "groups";
  return claimNames.flatMap((names) =>
    [undefined, ...claimSources].flatMap((sources) =>
      [true, false].map((plain): Mutation => {
        const told = `_claim_names ${names}, _claim_sources ${sources ?? "missing"}, ${claim} ${plain ? "there" : "missing"}`;
        return {
          name: told,
          apply: (draft) => {
            const named = setClaim(plain ? draft : dropClaim(draft, claim), "_claim_names", names);
            return sources === undefined ? named : setClaim(named, "_claim_sources", sources);
          },
        };
      }),
    ),
  );
}

/** `email_verified` beside an address of each kind; only the user name `email` minds. */
export const inheritedMutations = ({ authenticator }: TokenWorld): readonly Mutation[] => {
  const inherited = objectText([[textOf(authenticator.usernameClaim), '"mallory"']]);
  return ["__proto__", "constructor", "prototype"].map((name) => ({
    name: `user name only by ${name}`,
    apply: (draft) => setClaim(dropClaim(draft, authenticator.usernameClaim), name, inherited),
  }));
};
