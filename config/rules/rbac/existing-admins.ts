import { onceFor } from "../../../model/once-for";
import { receivers } from "../../../model/rbac/receivers";
import { strengthInWords, strongGrants } from "../../../model/rbac/strong-grants";
import { strings } from "../../draft";
import type { Rule } from "../rule";

const why = "its owners can add anybody";
const hint = "grant it to a group that this file creates; if you want this, write allow: [existing-cluster-admin]";

/** Whoever owns a group that others keep lets anybody in, unseen by this file; also where the group is in a granted one. */
export const existingAdmins: Rule = function* (draft) {
  const { groups, allow } = draft;
  if (strings(allow).some(({ text }) => text === "existing-cluster-admin")) return;
  const known = new Map(Object.entries(groups));
  const isExisting = (key = "") => known.get(key)?.existing !== undefined;
  const strong = strongGrants(draft, "cluster-admin", "own", "unknown");
  for (const { groupAt, grant, strength, by } of strong) {
    if (!isExisting(grant.group)) continue;
    const must = `must not be an existing group where ${strengthInWords[strength]} is granted${by}: ${why}`;
    yield { path: groupAt, must, hint };
  }
  for (const [key, { grant, through }] of receivers(groups, strong)) {
    if (through === undefined || !isExisting(key)) continue;
    const index = placesIn(known.get(through)?.groups ?? []).get(key);
    // Another key of one group stands in no list.
    if (index === undefined) continue;
    const where = `a group with ${strengthInWords[grant.strength]} on clusters.${grant.cluster}${grant.by}`;
    yield {
      path: ["groups", through, "groups", index],
      must: `must not be an existing group in ${where}: ${why}`,
      hint,
    };
  }
};
existingAdmins.brings = {
  "clusters.*.grants[].group": "must not be an existing group with cluster-admin, unless `allow` says so",
  "groups.*.groups": "must not be an existing group in a group with cluster-admin, unless `allow` says so",
  "portal.groups.admin": "must not be an existing group, unless `allow` says so",
  "clients.*.groups.admin": "must not be an existing group for the preset argocd, unless `allow` says so",
};

/** Position of each text of a list. From the back, so that the first place of a text stays. */
const placesIn = onceFor(
  (list: readonly unknown[]) =>
    new Map(
      strings(list)
        .toReversed()
        .map(({ index, text }) => [text, index]),
    ),
);
