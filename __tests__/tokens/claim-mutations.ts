import { anyValues, claimValues } from "./claim-values";
import type { TokenWorld } from "./draft";
import { objectText, textOf } from "./json-text";
import { memberMutations } from "./member-mutations";
import { dropClaim, setClaim, type Mutation } from "./mutation";

const registered = ["iss", "sub", "aud", "exp", "nbf", "iat", "nonce", "at_hash", "jti"];
const special = ["email_verified", "_claim_names", "_claim_sources", "name", "__proto__", "constructor", "toString"];

/** The claims whose names are in an authenticator's configuration, or follow from it. */
function configured({ authenticator }: TokenWorld): readonly string[] {
  const { usernameClaim, groupsClaim, furtherGroupsClaims = [], requiredClaims } = authenticator;
  return [
    usernameClaim,
    ...(usernameClaim === "email" ? ["email_verified"] : []),
    ...(groupsClaim === undefined ? [] : [groupsClaim]),
    ...furtherGroupsClaims,
    ...Object.keys(requiredClaims),
  ];
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

/** What means something else to each authenticator: its own claims, and values that are near to what it wants. */
export function ownMutations(world: TokenWorld): readonly Mutation[] {
  const own = configured(world);
  return [
    ...own.flatMap((name) => [...valuesOf(name, anyValues), ...namesOf(name, world)]),
    ...registered.flatMap((name) => valuesOf(name, claimValues(name, world))),
    ...inheritedMutations(world),
    ...reservedMutations(world),
  ];
}

/** Every other claim that is read, with each value, under each name. */
export function claimMutations(world: TokenWorld): readonly Mutation[] {
  const own = configured(world);
  const names = [...registered, ...special].filter((name) => !own.includes(name));
  return names.flatMap((name) => [...valuesOf(name, anyValues), ...namesOf(name, world)]);
}

const valuesOf = (name: string, values: readonly string[]): readonly Mutation[] =>
  values.map((value) => ({
    name: `${name} = ${shortened(value)}`,
    apply: (draft) => setClaim(draft, name, value),
  }));

const namesOf = (name: string, world: TokenWorld): readonly Mutation[] =>
  memberMutations(name, other(name, world)).map(({ name: how, apply }) => ({
    name: how,
    apply: (draft) => ({ ...draft, claims: apply(draft.claims) }),
  }));

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

/** A user name that only what every object inherits would have. */
function inheritedMutations({ authenticator }: TokenWorld): readonly Mutation[] {
  const inherited = objectText([[textOf(authenticator.usernameClaim), '"mallory"']]);
  return ["__proto__", "constructor", "prototype"].map((name) => ({
    name: `user name only by ${name}`,
    apply: (draft) => setClaim(dropClaim(draft, authenticator.usernameClaim), name, inherited),
  }));
}

/** Names that begin with what Kubernetes reserves, or nearly. */
function reservedMutations({ authenticator }: TokenWorld): readonly Mutation[] {
  const { usernameClaim, groupsClaim = "groups" } = authenticator;
  const names = ["system:", "system:masters", "System:masters", "system", ":masters", " system:masters", "tem:masters"];
  return [
    ...valuesOf(usernameClaim, names.map(textOf)),
    ...valuesOf(groupsClaim, [...names.map(textOf), ...names.map((name) => textOf(["devs", name]))]),
  ];
}
