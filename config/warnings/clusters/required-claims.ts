import { claimsOf } from "../../../model/attributes/attribute";
import { presentClusters } from "../../../model/clusters/present-clusters";
import { everyTokens } from "../../../model/login/id-token-claims";
import { own } from "../../../model/own";
import { grantedGroups } from "../../../model/rbac/grant";
import { groupsOf, peopleOf } from "../../../model/users/people";
import type { Access, Cluster } from "../../schema/access";
import type { Warning } from "../warning";

/** A required claim that only some tokens have keeps out people who are granted something. */
export const partOfTokens: Warning = function* (access) {
  const attributes = claimsOf(access);
  for (const [key, cluster] of presentClusters(access)) {
    for (const [claim, value] of Object.entries(cluster.requiredClaims)) {
      const sentence = attributes.includes(claim) ? byAttribute(access, cluster, claim, value) : byDirectory(claim);
      if (sentence !== undefined) yield [["clusters", key, "requiredClaims", claim], sentence];
    }
  }
};

function byAttribute(access: Access, cluster: Cluster, claim: string, value: string): string | undefined {
  const has = (person: string) => own(own(access.users, person)?.attributes, claim) === value;
  if (!Object.keys(access.users).some(has)) return "has a value that nobody under users has: nobody gets in there";
  const granted = grantedGroups([cluster]);
  const out = peopleOf(access).filter(
    (person) => !has(person) && groupsOf(access, person).some((group) => granted.includes(group)),
  );
  if (out.length === 0) return undefined;
  const [some, more] = [out.slice(0, 3), out.length - 3];
  const names = `${some.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
  return `keeps out ${names}, who are granted something there: by users they do not have this value`;
}

function byDirectory(claim: string): string | undefined {
  if (everyTokens.includes(claim)) return undefined;
  return "is not the same in every token: whoever's says something else, or nothing, is refused there, whatever is granted";
}
