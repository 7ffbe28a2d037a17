import { claimsOf } from "../../../model/attributes/attribute";
import { presentClusters } from "../../../model/clusters/present-clusters";
import { everyTokens } from "../../../model/login/id-token-claims";
import { grantedGroups } from "../../../model/rbac/grant";
import { receivers } from "../../../model/rbac/receivers";
import { peopleOf } from "../../../model/users/people";
import type { Access, Cluster } from "../../schema/access";
import type { Warning } from "../warning";

/** A required claim that only some tokens have keeps out people who are granted something. */
export const partOfTokens: Warning = function* (access) {
  const attributes = new Set(claimsOf(access));
  const holders = holdersOf(access);
  for (const [key, cluster] of presentClusters(access)) {
    let people: readonly string[] | undefined;
    for (const [claim, value] of Object.entries(cluster.requiredClaims)) {
      const path = ["clusters", key, "requiredClaims", claim];
      if (attributes.has(claim)) {
        people ??= grantedPeople(access, cluster);
        const finding = byAttribute(people, holders.get(JSON.stringify([claim, value])));
        if (finding !== undefined) yield [path, finding];
      } else if (!everyTokens.includes(claim)) {
        yield [
          path,
          "is not the same in every token",
          "The cluster refuses a person whose token has another value or none, whatever is granted.",
        ];
      }
    }
  }
};

/** Who has which value of which attribute, by users. */
function holdersOf({ users }: Access): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [person, { attributes }] of Object.entries(users)) {
    for (const attribute of Object.entries(attributes)) {
      const holders = found.get(JSON.stringify(attribute)) ?? new Set();
      found.set(JSON.stringify(attribute), holders.add(person));
    }
  }
  return found;
}

/** Everybody who is granted something on a cluster, sorted. */
function grantedPeople({ groups, login }: Access, cluster: Cluster): readonly string[] {
  const granted = grantedGroups([cluster]);
  const all = receivers(
    groups,
    granted.map((group) => ({ grant: { group } })),
  );
  const inTokens = login.groups.emit === "assigned" ? granted : [...all.keys()];
  const known = new Set(inTokens);
  return peopleOf({ groups: Object.fromEntries(Object.entries(groups).filter(([key]) => known.has(key))) });
}

function byAttribute(granted: readonly string[], holders: ReadonlySet<string> = new Set()): string | undefined {
  if (holders.size === 0) return "has a value that nobody under users has, so nobody can sign in there";
  const out = granted.filter((person) => !holders.has(person));
  if (out.length === 0) return undefined;
  const [some, more] = [out.slice(0, 3), out.length - 3];
  const names = `${some.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
  return `keeps out ${names}, who have a grant there but not this value under users`;
}
