import { own } from "../../../model/own";
import { receivers } from "../../../model/rbac/receivers";
import { strengthInWords, strongGrants } from "../../../model/rbac/strong-grants";
import { isGuest, ownedBy } from "../../../model/users/people";
import { inNoGroup } from "../groups/unused";
import type { Warning } from "../warning";

/**
 * The token of a guest has no `upn` unless the application asks for it, and the API server refuses a token without its
 * user-name claim: learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
export const guestsWithoutName: Warning = function* (access) {
  const { login, groups } = access;
  if (login.username.claim !== "upn" || login.guests) return;
  for (const [key, { members }] of Object.entries(groups)) {
    for (const [index, member] of members.entries()) {
      if (!isGuest(access, member)) continue;
      yield [
        ["groups", key, "members", index],
        'is a guest, whose token has no "upn", so every cluster refuses it',
        'Set login.guests: true, or another login.username.claim such as "oid".',
      ];
    }
  }
};

export const guestInNoGroup: Warning = function* (access) {
  const { guests, groups } = access;
  const members = new Set(Object.values(groups).flatMap((group) => group.members));
  for (const [index, { mail }] of guests.entries()) {
    if (members.has(mail)) continue;
    yield [["guests", index], inNoGroup("the guest is invited", ownedBy(access, mail))];
  }
};

/** Who is in a group that others keep, or that has a rule, only Entra knows; what a role allows that exists, only the cluster. */
export const unseenGuests: Warning = function* (access) {
  const { policy, groups } = access;
  if (policy.guests === "allow") return;
  const strong = strongGrants(access, "cluster-admin", "own", "built-in");
  for (const [key, { grant }] of receivers(groups, strong)) {
    const group = own(groups, key);
    if (group?.existing === undefined && group?.rule === undefined) continue;
    const why = group.rule === undefined ? "Others keep this group" : "A rule decides who is in this group";
    yield [
      ["groups", key],
      `has ${strengthInWords[grant.strength]}, and policy.guests cannot be checked for it`,
      `${why}, so this program does not see a guest in it.`,
    ];
  }
  for (const [key, { grant }] of receivers(groups, strongGrants(access, "unknown"))) {
    if (own(groups, key)?.members.some((member) => isGuest(access, member)) !== true) continue;
    yield [
      ["groups", key],
      `contains guests and has ${strengthInWords.unknown} on clusters.${grant.cluster}`,
      "So policy.guests cannot be checked for it.",
    ];
  }
};
