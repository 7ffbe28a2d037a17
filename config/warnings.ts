import { ruleName, type AccessFile } from "./load";
import { inOrder, written, type Located } from "./mistake";
import { protectedAccounts, takesOver } from "./warnings/users/accounts";
import { manyMapped, mappedForGuests, optionalBesideMapped } from "./warnings/attributes/attributes";
import { unknownAccount } from "./warnings/clusters/clusters";
import { emptyBreakGlass, reach, securityDefaults, wideBreakGlass } from "./warnings/login/conditional-access";
import { nestedAssigned } from "./warnings/rbac/grants";
import { oddRules } from "./warnings/groups/group-rules";
import { guestInNoGroup, guestsWithoutName, unseenGuests } from "./warnings/users/guests";
import { clientSecret, issuer, manyGroups, prefix, protection, username } from "./warnings/login/login";
import { namespaceDangers } from "./warnings/rbac/namespace-dangers";
import { ownersWithoutPerson } from "./warnings/groups/owners";
import { partOfTokens } from "./warnings/clusters/required-claims";
import { farRegions } from "./warnings/clusters/regions";
import { outsideNamespaces } from "./warnings/rbac/roles";
import { openStates } from "./warnings/states/open-states";
import { secretEnd } from "./warnings/login/secret-end";
import { adminsByName, everySecret, openToOthers, systemNamespaces, unknownRoles } from "./warnings/rbac/strong-groups";
import type { Warning } from "./warnings/warning";
import {
  clusterWithoutGrants,
  groupWithoutGrants,
  groupWithoutMembers,
  personInNoGroup,
} from "./warnings/groups/unused";

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
  wideBreakGlass,
  guestsWithoutName,
  guestInNoGroup,
  unseenGuests,
  ownersWithoutPerson,
  groupWithoutGrants,
  groupWithoutMembers,
  clusterWithoutGrants,
  personInNoGroup,
  protectedAccounts,
  takesOver,
  openToOthers,
  nestedAssigned,
  adminsByName,
  unknownRoles,
  systemNamespaces,
  everySecret,
  namespaceDangers,
  outsideNamespaces,
  oddRules,
  unknownAccount,
  farRegions,
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
