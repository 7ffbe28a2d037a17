import { ruleName, type AccessFile } from "./load";
import { inOrder, written, type Located } from "./mistake";
import { manyMapped, mappedForGuests, optionalBesideMapped } from "./warnings/attributes";
import { unknownAccount } from "./warnings/clusters";
import { emptyBreakGlass, reach, securityDefaults } from "./warnings/conditional-access";
import { everySecret, nestedAssigned, openToOthers } from "./warnings/grants";
import { guestInNoGroup, guestsWithoutName, unseenGuests } from "./warnings/guests";
import { clientSecret, issuer, manyGroups, prefix, protection, username } from "./warnings/login";
import { partOfTokens } from "./warnings/required-claims";
import { outsideNamespaces } from "./warnings/roles";
import { openStates } from "./warnings/open-states";
import { secretEnd } from "./warnings/secret-end";
import type { Warning } from "./warnings/warning";
import { clusterWithoutGrants, groupWithoutGrants, personInNoGroup } from "./warnings/unused";

/** A warning's name is told to machines. */
export const warnings: readonly Warning[] = [
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
  const found = [...warnings.map((warning) => [ruleName(warning), warning(access)] as const), ...ofStates(file, now)];
  return inOrder(
    found.flatMap(([rule, told]) =>
      [...told].map(([path, sentence]) => ({ position: source.locate(path), path: written(path), sentence, rule })),
    ),
  );
}

const ofStates = (file: Omit<AccessFile, "name">, now: number) =>
  [
    ["secret-end", secretEnd(file, now)],
    ["open-states", openStates(file)],
  ] as const;
