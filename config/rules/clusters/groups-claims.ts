import { attributeKind, claimKind, claimsOfLogin } from "../../../model/login/id-token-claims";
import { own } from "../../../model/own";
import type { Draft } from "../../draft";
import { strings } from "../../draft";
import type { Mistake } from "../../mistake";
import { didYouMean } from "../../text/suggestion";
import { typeOf } from "../attributes/attributes";
import type { Rule } from "../rule";

/** An API server refuses a token whose claim is neither text nor a list of texts; a claim that no token has names no group. */
export const groupsClaims: Rule = function* (draft) {
  for (const [key, cluster] of Object.entries(draft.clusters)) {
    const seen = new Set<string>();
    for (const { index, text } of strings(cluster.kubernetes?.groupsClaims)) {
      const path = ["clusters", key, "kubernetes", "groupsClaims", index];
      const mistake = seen.has(text) ? { must: "must stand once" } : mistakeIn(draft, text);
      if (mistake !== undefined) yield { path, ...mistake };
      seen.add(text);
    }
  }
};
groupsClaims.brings = {
  "clusters.*.kubernetes.groupsClaims[]": "must be roles, or a text claim in the tokens of this login",
};

function mistakeIn({ login, attributes }: Draft, claim: string): Pick<Mistake, "must" | "hint"> | undefined {
  if (claim === "roles") return undefined;
  if (claim === "groups") return { must: "must not be groups, which every API server reads anyway" };
  const attribute = own(attributes, claim);
  if (attribute?.retired !== true && attribute !== undefined && attributeKind(typeOf(attribute)) === "text") {
    return undefined;
  }
  const carried = claimsOfLogin(login).filter((name) => claimKind(name) === "text");
  if (attribute === undefined && carried.includes(claim)) return undefined;
  const known = ["roles", ...carried, ...Object.keys(attributes)];
  return { must: "must be roles, or a text claim in the tokens of this login", hint: () => didYouMean(claim, known) };
}
