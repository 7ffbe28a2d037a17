import type { Access } from "../../config/schema/access";
import { knownObjectId } from "../groups/known-object-id";
import { maySignIn } from "../login/sign-in";
import { own } from "../own";
import { isGuest } from "../users/people";
import type { JsonNode } from "./json-node";
import { listedGroups, mostGroups } from "./listed-groups";
import { predictedClaim } from "./predicted-claims";
import { TokenRefusal, type RefusalProps } from "./refusal";
import type { TokenAuthenticator } from "./token-authenticator";
import { userOf, type TokenUser } from "./token-user";

type Claims = ReadonlyMap<string, JsonNode>;

/** What happens when a person signs in, by the access file alone. */
export type Prediction =
  | ({ readonly verdict: "accepted"; readonly groupless?: Groupless } & TokenUser)
  | ({ readonly verdict: "refused"; readonly reason: string; readonly claims: Claims } & RefusalProps)
  /** Entra shows this, and there is no token. */
  | { readonly verdict: "no token"; readonly reason: string; readonly fix: string };

/** Why a cluster knows somebody without any group. Nothing of it: it knows the groups. */
export interface Groupless extends RefusalProps {
  readonly reason: string;
  readonly claims: Claims;
}

export interface PredictionProps {
  readonly access: Access;
  /** As the file names the person, in lower case. */
  readonly person: string;
  readonly authenticator: TokenAuthenticator;
  /** Object ID of each group by its key, as far as they are known. */
  readonly objectIds: Readonly<Record<string, string>>;
}

/** What Entra says to somebody who has left, whatever the application is. */
export const leftReason = "AADSTS50057: the account is disabled, because the access file says that the person has left";

export const hasLeft = ({ users }: Pick<Access, "users">, person: string) => own(users, person)?.left === true;

export const leaverRefused = (person: string): Extract<Prediction, { readonly verdict: "no token" }> => ({
  verdict: "no token",
  reason: leftReason,
  fix: `Remove left from users["${person}"] if the person is back.`,
});

/** Predicts what the token of a person carries, and what an API server says of it. */
export function predict(props: PredictionProps): Prediction {
  const { access, person, authenticator } = props;
  if (hasLeft(access, person)) return leaverRefused(person);
  if (!maySignIn(access, person)) {
    const reason = "AADSTS50105: the person is a direct member of no group that is assigned to the application";
    const fix = "List the person in a group that has a grant, or set login.assignment: optional.";
    return { verdict: "no token", reason, fix };
  }
  const claims = claimsFor(props);
  try {
    return { verdict: "accepted", ...userOf(claims, authenticator) };
  } catch (error) {
    if (!(error instanceof TokenRefusal)) throw error;
    return { verdict: "refused", reason: error.message, ...error.props, claims };
  }
}

/** Of a claim that only the directory knows the best is expected; conditions.ts tells the rest. */
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
    // In the place of an object ID that nobody knows before the first deployment.
    listedGroups(access, person).map((key) => knownObjectId(access, key, objectIds) ?? `<object ID of ${key}>`),
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
