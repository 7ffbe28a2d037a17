import { claimsOf } from "../../../model/attributes/attribute";
import { isGuest } from "../../../model/users/people";
import type { Warning } from "../warning";

/**
 * "Without a policy, the system issues tokens with core, basic and any optional claims", says
 * learn.microsoft.com/entra/identity-platform/reference-claims-customization; with one nobody says. See docs/decisions/0013.
 */
export const optionalBesideMapped: Warning = function* (access) {
  const { issuer, username } = access.login;
  if (claimsOf(access).length === 0 || issuer === "v1" || !["upn", "email"].includes(username.claim)) return;
  yield [
    ["login", "username", "claim"],
    `is "${username.claim}", an optional claim, while attributes come by a claims mapping policy`,
    'No document says that a token carries both. Without the user name, every cluster refuses everybody. Try the attributes with a separate application first (another access file), or use "oid", which no policy removes.',
  ];
};

/** MicrosoftDocs/azure-docs issue 84139 */
export const mappedForGuests: Warning = function* (access) {
  const used = new Set(claimsOf(access));
  for (const [person, { attributes }] of Object.entries(access.users)) {
    if (!isGuest(access, person) || !Object.keys(attributes).some((name) => used.has(name))) continue;
    yield [
      ["users", person],
      "is a guest with attributes",
      "Some tenants report that the token of a guest lacks claims that are mapped from the directory. Look into such a token before you rely on them.",
    ];
  }
};

/** learn.microsoft.com/graph/api/resources/claimsmappingpolicy: entries beyond a limit "are ignored"; it does not say which. */
export const manyMapped: Warning = function* (access) {
  const { length } = claimsOf(access);
  if (length <= 20) return;
  yield [
    ["attributes"],
    `are ${String(length)} claims of one policy`,
    "Entra leaves out claims beyond a limit that Microsoft does not publish. Check that a token has the last ones.",
  ];
};
