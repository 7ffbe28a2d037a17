import { attributeKind, claimKind, claimsOfLogin, type ClaimKind } from "../../../model/login/id-token-claims";
import { own } from "../../../model/own";
import type { Draft } from "../../draft";
import type { Mistake, Path } from "../../mistake";
import { optionalClaims } from "../../schema/login/optional-claims";
import { didYouMean } from "../../text/suggestion";
import { typeOf } from "../attributes/attributes";
import { kindOf } from "./kinds";
import type { Rule } from "../rule";

/**
 * kube-apiserver takes only text as a required claim, and refuses every token in which it is something else:
 * k8s.io/apiserver/plugin/pkg/authenticator/token/oidc. Whatever no token has locks everybody out too.
 */
export const requiredClaims: Rule = function* (draft) {
  for (const [key, cluster] of Object.entries(draft.clusters)) {
    // Another rule refuses all of them there.
    if (kindOf(cluster) === "aks") continue;
    for (const [claim, value] of Object.entries(cluster.requiredClaims)) {
      const path = ["clusters", key, "requiredClaims", claim];
      const mistake = mistakeIn(draft, claim);
      if (mistake !== undefined) yield { path, at: "key", ...mistake };
      else yield* wrongValue(draft, path, claim, value);
    }
  }
};
requiredClaims.brings = {
  "clusters.*.requiredClaims.*": "must be a text claim in the tokens of this login, with a value that they can have",
};

type Sentence = Pick<Mistake, "must" | "hint">;

function mistakeIn({ login, attributes }: Draft, claim: string): Sentence | undefined {
  const attribute = own(attributes, claim);
  if (attribute?.retired === true) return { must: "must not be a retired attribute, which no token contains" };
  if (attribute !== undefined) return attributeMistake(typeOf(attribute));
  const kind = claimKind(claim);
  if (kind !== undefined && kind !== "text") return otherKind(claim, kind);
  const carried = claimsOfLogin(login);
  if (kind !== undefined && carried.includes(claim)) return undefined;
  return nobodyAsks(claim, () => [...carried.filter((name) => claimKind(name) === "text"), ...Object.keys(attributes)]);
}

function attributeMistake(type: string): Sentence | undefined {
  if (attributeKind(type) === "text") return undefined;
  return {
    must: `must not be an attribute of type ${type}: no document says that tokens contain it as text, and without text the API server refuses everybody`,
    hint: "define one of type String",
  };
}

function otherKind(claim: string, kind: ClaimKind): Sentence {
  const why = kind === "unsettled" ? "no document says that it is text in a token" : `it is ${kind} in a token`;
  const must = `must not be ${claim}: ${why}, and the API server refuses everybody if a required claim is not text`;
  if (claim === "acct") return { must, hint: withoutGuests };
  return claim === "groups" ? { must, hint: "use grants to say what a group may do" } : { must };
}

/** What does keep guests off one cluster, or off all. */
const withoutGuests =
  'to keep guests off this cluster, grant its roles to groups without guests, or require an attribute of type String that only others have; to keep them off every cluster, leave login.guests false with username.claim "upn"';

function nobodyAsks(claim: string, known: () => readonly string[]): Sentence {
  const must = "must be a claim in the tokens of this login";
  if (Object.hasOwn(optionalClaims, claim)) return { must, hint: "ask for it under login.claims" };
  if (["oid", "name", "preferred_username"].includes(claim)) {
    return { must, hint: 'on v2 it needs the scope profile, which kubectl requests with username.claim "upn"' };
  }
  return {
    must,
    hint: () => didYouMean(claim, known()) ?? 'define it under "attributes"',
  };
}

/** What says the same in every token is wrong for everybody, or right for everybody. */
function* wrongValue({ tenant, login }: Draft, path: Path, claim: string, value: unknown): Iterable<Mistake> {
  const version = login.issuer === "v1" ? "1.0" : "2.0";
  const right = claim === "tid" ? tenant?.toLowerCase() : claim === "ver" ? version : undefined;
  if (right === undefined || typeof value !== "string" || value === right) return;
  yield { path, must: `must be "${right}", as in every token of this login: with another value nobody can sign in` };
}
