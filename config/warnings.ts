import type { AccessFile } from "./load";
import { inOrder, written, type Located } from "./mistake";
import { manyMapped, mappedForGuests, optionalBesideMapped } from "./warnings/attributes";
import { unknownAccount } from "./warnings/clusters";
import { emptyBreakGlass, reach, securityDefaults } from "./warnings/conditional-access";
import { everySecret, nestedAssigned, openToOthers } from "./warnings/grants";
import { guestInNoGroup, guestsWithoutName, unseenGuests } from "./warnings/guests";
import { clientSecret, issuer, manyGroups, prefix, protection, username } from "./warnings/login";
import { ownersWithoutPerson } from "./warnings/owners";
import { partOfTokens } from "./warnings/required-claims";
import { outsideNamespaces } from "./warnings/roles";
import { secretEnd } from "./warnings/secret-end";
import { clusterWithoutGrants, groupWithoutGrants, personInNoGroup } from "./warnings/unused";

const warnings = [
  issuer,
  clientSecret,
  username,
  prefix,
  manyGroups,
  protection,
  reach,
  emptyBreakGlass,
  guestsWithoutName,
  guestInNoGroup,
  unseenGuests,
  ownersWithoutPerson,
  groupWithoutGrants,
  clusterWithoutGrants,
  personInNoGroup,
  openToOthers,
  nestedAssigned,
  everySecret,
  outsideNamespaces,
  unknownAccount,
  partOfTokens,
  optionalBesideMapped,
  mappedForGuests,
  manyMapped,
  securityDefaults,
];

/**
 * What works today and costs something later, each with its cost, in the order of the file.
 *
 * @param now milliseconds since 1970
 */
export function warningsOf(file: Omit<AccessFile, "name">, now = Date.now()): Located[] {
  const { access, source } = file;
  return inOrder(
    [...warnings.flatMap((warning) => [...warning(access)]), ...secretEnd(file, now)].map(([path, sentence]) => ({
      position: source.locate(path),
      path: written(path),
      sentence,
    })),
  );
}
