import type { Access } from "../../config/schema/access";
import { maySignIn } from "../login/sign-in";
import { own } from "../own";
import { isGuest } from "../users/people";
import type { JsonNode } from "./json-node";
import { listedGroups, mostGroups } from "./listed-groups";
import { predictedClaim, type PredictedClaim } from "./predicted-claims";
import { TokenRefusal, type RefusalProps } from "./refusal";
import type { TokenAuthenticator } from "./token-authenticator";
import { userOf, type TokenUser } from "./token-user";

/** What else would happen if the directory has it otherwise than the file lets expect. */
export interface Condition {
  /** Goes on from "If". */
  readonly when: string;
  /** What then happens, as a sentence. */
  readonly then: string;
}

type Claims = ReadonlyMap<string, JsonNode>;

/** What happens when a person signs in, by the access file alone. */
export type Prediction = (
  | ({ readonly verdict: "accepted" } & TokenUser)
  | ({ readonly verdict: "refused"; readonly reason: string; readonly claims: Claims } & RefusalProps)
  /** Entra shows this, and there is no token. */
  | { readonly verdict: "no token"; readonly reason: string; readonly fix: string }
) & { readonly conditions: readonly Condition[] };

export interface PredictionProps {
  readonly access: Access;
  /** As the file names the person, in lower case. */
  readonly person: string;
  readonly authenticator: TokenAuthenticator;
  /** Object ID of each group by its key, as far as they are known. */
  readonly objectIds: Readonly<Record<string, string>>;
}

/** Predicts what the token of a person carries, and what an API server says of it. */
export function predict(props: PredictionProps): Prediction {
  const { access, person, authenticator } = props;
  const conditions = conditionsOf(props);
  if (own(access.users, person)?.left === true) {
    const reason = "AADSTS50057: the account is disabled, because the access file says that the person has left";
    return {
      verdict: "no token",
      reason,
      fix: `Remove left from users["${person}"] if the person is back.`,
      conditions: [],
    };
  }
  if (!maySignIn(access, person)) {
    const reason = "AADSTS50105: the person is a direct member of no group that is assigned to the application";
    const fix = "List the person in a group that has a grant, or set login.assignment: optional.";
    return { verdict: "no token", reason, fix, conditions: [] };
  }
  const claims = claimsFor(props);
  try {
    return { verdict: "accepted", ...userOf(claims, authenticator), conditions };
  } catch (error) {
    if (!(error instanceof TokenRefusal)) throw error;
    return { verdict: "refused", reason: error.message, ...error.props, claims, conditions };
  }
}

/** Of a claim that only the directory knows the best is expected; a condition tells the rest. */
function claimsFor({ access, person, authenticator, objectIds }: PredictionProps): Claims {
  const { usernameClaim, requiredClaims } = authenticator;
  const claims = new Map<string, JsonNode>();
  const add = (name: string, expected: string) => {
    const { there, text: known = expected } = predictedClaim(access, person, name);
    if (there !== "no") claims.set(name, text(known));
  };
  if (isGuest(access, person)) add("idp", "<the guest's own tenant>");
  add(usernameClaim, `<${usernameClaim} of ${person}>`);
  for (const [name, wanted] of Object.entries(requiredClaims)) add(name, wanted);
  for (const [name, node] of groupClaims(
    listedGroups(access, person).map((key) => objectIdOf(access, objectIds, key)),
  )) {
    claims.set(name, node);
  }
  return claims;
}

const text = (value: string): JsonNode => ({ kind: "string", text: value });
const object = (...entries: readonly (readonly [key: string, value: JsonNode])[]): JsonNode => ({
  kind: "object",
  entries: [...entries],
});

/** Beyond 200 groups Entra tells only where to ask for them, and the claim `groups` is not there. */
function groupClaims(ids: readonly string[]): readonly (readonly [name: string, value: JsonNode])[] {
  if (ids.length === 0) return [];
  if (ids.length <= mostGroups) return [["groups", { kind: "array", items: ids.map(text) }]];
  const endpoint = text("https://graph.windows.net/<tenant>/users/<object ID>/getMemberObjects");
  return [
    ["_claim_names", object(["groups", text("src1")])],
    ["_claim_sources", object(["src1", object(["endpoint", endpoint])])],
  ];
}

/** In the place of an object ID that nobody knows before the first deployment. */
function objectIdOf({ groups }: Pick<Access, "groups">, objectIds: PredictionProps["objectIds"], key: string): string {
  const { existing } = own(groups, key) ?? {};
  return typeof existing === "string" ? existing : (own(objectIds, key) ?? `<object ID of ${key}>`);
}

function conditionsOf({ access, person, authenticator }: PredictionProps): Condition[] {
  const { usernameClaim, requiredClaims } = authenticator;
  const { emit } = access.login.groups;
  const named = predictedClaim(access, person, usernameClaim);
  return [
    ...(isOpen(named)
      ? [
          {
            when: `Entra has no ${usernameClaim} for the person (${named.because})`,
            then: `Every cluster refuses the token: oidc: parse username claims ${JSON.stringify(usernameClaim)}: claim not present.`,
          },
        ]
      : []),
    ...Object.entries(requiredClaims)
      .filter(([name]) => isOpen(predictedClaim(access, person, name)))
      .map(([name, wanted]) => ({
        when: `the claim ${name} is not ${JSON.stringify(wanted)}`,
        then: `The cluster refuses the token: it requires this claim.`,
      })),
    emit === "assigned"
      ? {
          when: "the person is only in a group inside a granted group",
          then: "The token does not list the granted group: with login.groups.emit: assigned only direct members get it.",
        }
      : {
          when: `the person is in more than ${String(mostGroups)} groups, nested ones included`,
          then: "Entra lists no groups, and every cluster refuses the token.",
        },
    ...(isGuest(access, person)
      ? [
          {
            when: "the guest has not accepted the invitation",
            then: "The guest accepts it at the first sign-in, and continues.",
          },
        ]
      : []),
    ...(Object.values(access.groups).some(({ existing, rule }) => existing !== undefined || rule !== undefined)
      ? [
          {
            when: "others put the person into an existing group, or a rule does",
            then: "The token lists that group too, and its grants apply.",
          },
        ]
      : []),
  ];
}

const isOpen = ({ there }: PredictedClaim) => there === "if the directory has it";
