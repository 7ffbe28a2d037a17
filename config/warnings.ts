import { ruleName, type AccessFile } from "./load";
import { inOrder } from "./mistake";
import type { WarningKind } from "./schema/warnings/accepted";
import { Acceptances } from "./warnings/acceptances";
import { protectedAccounts, takesOver } from "./warnings/users/accounts";
import { manyMapped, mappedForGuests, optionalBesideMapped } from "./warnings/attributes/attributes";
import { tokenNotTaken } from "./warnings/clients/tokens";
import { azureRbac, loginNotOnAks } from "./warnings/clusters/aks";
import { unknownAccount } from "./warnings/clusters/clusters";
import { emptyBreakGlass, reach, securityDefaults, wideBreakGlass } from "./warnings/login/conditional-access";
import { nestedAssigned } from "./warnings/rbac/grants";
import { oddRules } from "./warnings/groups/group-rules";
import { guestInNoGroup, guestsWithoutName, unseenGuests } from "./warnings/users/guests";
import {
  clientSecret,
  deviceCodePhishing,
  issuer,
  manyGroups,
  prefix,
  protection,
  username,
} from "./warnings/login/login";
import type { AcceptedFinding, Finding, Findings } from "./finding";
import { editInNamespaces, namespaceDangers } from "./warnings/rbac/namespace-dangers";
import { ownersWithoutPerson } from "./warnings/groups/owners";
import { partOfTokens } from "./warnings/clusters/required-claims";
import { addMapping, lookupMapping } from "./warnings/clusters/openshift";
import { farRegions } from "./warnings/clusters/regions";
import { outsideNamespaces } from "./warnings/rbac/roles";
import { openStates } from "./warnings/states/open-states";
import { secretEnd } from "./warnings/login/secret-end";
import { adminsByName, everySecret, openToOthers, systemNamespaces, unknownRoles } from "./warnings/rbac/strong-groups";
import { located } from "./warnings/located";
import type { Warning } from "./warnings/warning";
import {
  clusterWithoutGrants,
  groupWithoutGrants,
  groupWithoutMembers,
  personInNoGroup,
} from "./warnings/groups/unused";

/** The name of a warning is its kind: machines read it, and access files name it. */
export const warnings: readonly Warning[] = [
  issuer,
  clientSecret,
  deviceCodePhishing,
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
  editInNamespaces,
  namespaceDangers,
  outsideNamespaces,
  oddRules,
  unknownAccount,
  farRegions,
  loginNotOnAks,
  azureRbac,
  lookupMapping,
  addMapping,
  tokenNotTaken,
  partOfTokens,
  optionalBesideMapped,
  mappedForGuests,
  manyMapped,
  securityDefaults,
];

/** Kinds that even the shortest useful file has: they cannot be avoided by whoever has no licence, or wants readable names. */
const adviceKinds: ReadonlySet<string> = new Set<WarningKind>(["username", "many-groups", "edit-in-namespaces"]);

/** What `check` says of an entry of `accepted` that nothing needs. */
export const unusedAcceptance = "unused-acceptance";

/** Kinds that states tell of, beside the file. */
export const ofStates = { "secret-end": secretEnd, "open-states": openStates } as const;

const page = "docs/warnings.md";

type Placed = Omit<AccessFile, "name">;

/**
 * What works today and costs something later, and what of it the file accepts.
 *
 * @param now milliseconds since 1970
 */
export function warningsOf(file: Placed, now = Date.now()): Findings {
  const acceptances = new Acceptances(file.access.accepted, file.source, now);
  const told = { warnings: [] as Finding[], accepted: [] as AcceptedFinding[], advice: [] as Finding[] };
  const all = [
    ...warnings.map((warning) => [ruleName(warning), warning(file.access)] as const),
    ...Object.entries(ofStates).map(([kind, warning]) => [kind, warning(file, now)] as const),
  ];
  for (const [kind, found] of all) {
    for (const one of found) {
      const finding = located(file.source, page, kind, one);
      const { accepted, ...said } = acceptances.of(kind, one[0]);
      if (accepted !== undefined) told.accepted.push({ ...finding, ...accepted });
      else (adviceKinds.has(kind) ? told.advice : told.warnings).push({ ...finding, ...said });
    }
  }
  for (const kind of acceptances.unusedKinds()) useInReport(kind, acceptances, file);
  told.warnings.push(...[...acceptances.unused()].map((one) => located(file.source, page, unusedAcceptance, one)));
  return { warnings: inOrder(told.warnings), accepted: inOrder(told.accepted), advice: inOrder(told.advice) };
}

/** What `report` alone tells, or tells at more places, may be accepted too; it is looked for only where an entry may need it. */
function useInReport(kind: string, acceptances: Acceptances, { access }: Placed): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- most files need none of it, and check begins sooner
  const { reportedKinds } = require("./findings/reported") as typeof import("./findings/reported");
  for (const [path] of reportedKinds.get(kind)?.find(access) ?? []) acceptances.of(kind, path);
}
