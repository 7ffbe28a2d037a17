import type { Warning } from "./warning";

/**
 * The token of a guest has no `upn` unless the application asks for it, and the API server refuses a token without its
 * user-name claim: learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
export const guestsWithoutName: Warning = function* ({ login, groups }) {
  if (login.username.claim !== "upn" || login.guests) return;
  for (const [key, { members }] of Object.entries(groups)) {
    for (const [index, member] of members.entries()) {
      if (!member.includes("#ext#")) continue;
      yield [
        ["groups", key, "members", index],
        'is a guest, whose token has no "upn": every cluster refuses it; set login.guests: true, or another login.username.claim such as "oid"',
      ];
    }
  }
};
