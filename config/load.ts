import { dirname, resolve } from "node:path";
import type { PlacedAccess } from "../model/placed-access";
import { foreign, isAccessText } from "./access-text";
import { readDraft } from "./draft";
import { atTop, type Found } from "./file/found";
import { parseYaml } from "./file/parse-yaml";
import type { Places } from "./file/places";
import { UnreadFile } from "./file/read-bytes";
import { readText } from "./file/read-file";
import { invalidFile, locate } from "./found-mistakes";
import { foundInFiles } from "./include/found-in-files";
import { filesBeside, type IncludedFiles } from "./include/included-files";
import type { Part } from "./include/part";
import { inOnePiece } from "./include/one-piece";
import { readWhole } from "./include/whole";
import { mistakesOf, ruleOf } from "./issues";
import { keysAt, keysBelow, keysElsewhere } from "./json-schema";
import { keysOfOtherKinds } from "./keys-of-kinds";
import type { Mistake, Path } from "./mistake";
import { attributeNames } from "./rules/attributes/attributes";
import { leftValues } from "./rules/attributes/uncleared-values";
import { clientAddress, clientCallbacks, clientUserInfo } from "./rules/clients/addresses";
import {
  clientCluster,
  clientKind,
  clientOverlap,
  clientStore,
  clientStores,
  clientToken,
} from "./rules/clients/clients";
import { clientGroups } from "./rules/clients/groups";
import { oneEntryACluster, oneEntryAContext, rolePartition, secretlessProxy } from "./rules/clusters/clusters";
import { aksClaims, keysOfEks, oneKind } from "./rules/clusters/kinds";
import {
  oauthClaims,
  openshiftClusterIds,
  openshiftDomains,
  openshiftKeys,
  openshiftOverlap,
  rosaClaims,
} from "./rules/clusters/openshift";
import { groupsClaims } from "./rules/clusters/groups-claims";
import { issuersApart, issuersOnce } from "./rules/clusters/issuers";
import { requiredClaims } from "./rules/clusters/required-claims";
import { existingMembers } from "./rules/groups/existing-members";
import { apostrophes, displayNames, existingOnce, members, membership, othersGroups } from "./rules/groups/groups";
import { nestedGroups } from "./rules/groups/nested-groups";
import { keys } from "./rules/keys";
import { breakGlassGroup, reachableSignIn } from "./rules/login/conditional-access";
import { askedClaims, guestNames } from "./rules/login/optional-claims";
import { deviceCode } from "./rules/login/device-code";
import { boundNames } from "./rules/include/bounds";
import { emittedUsername } from "./rules/login/username";
import { portalCluster, portalGroups, portalOverlap, portalStore } from "./rules/portal/portal";
import { existingAdmins } from "./rules/rbac/existing-admins";
import { grantedDangers } from "./rules/rbac/granted-dangers";
import { grantedGroups, repeatedGrants } from "./rules/rbac/grants";
import { guestAdmins } from "./rules/rbac/guest-admins";
import { policyRules } from "./rules/rbac/role-rules";
import { grantedRoles, roleNames } from "./rules/rbac/roles";
import { systemRoles } from "./rules/rbac/system-roles";
import type { Rule } from "./rules/rule";
import { leftBehind } from "./rules/states/abandoned-stacks";
import { outOfReach } from "./rules/states/out-of-reach";
import { keyRegion, workspaceNames } from "./rules/states/state-backend";
import { leftAccounts } from "./rules/users/enabled-leavers";
import { guestList, guestMembers } from "./rules/users/guests";
import { attributeValues, leavers, userNames } from "./rules/users/users";
import { acceptedOnce } from "./rules/warnings/accepted";
import { AccessSchema } from "./schema/access";
import { understand } from "./understand";

/** What is asked of every access file; a rule's name is told to machines. */
export const rules: readonly Rule[] = [
  keys,
  attributeNames,
  displayNames,
  apostrophes,
  existingOnce,
  members,
  othersGroups,
  membership,
  nestedGroups,
  guestList,
  guestMembers,
  guestAdmins,
  grantedGroups,
  existingAdmins,
  existingMembers,
  repeatedGrants,
  oneKind,
  openshiftKeys,
  openshiftDomains,
  openshiftClusterIds,
  openshiftOverlap,
  oauthClaims,
  rosaClaims,
  keysOfEks,
  aksClaims,
  oneEntryACluster,
  oneEntryAContext,
  rolePartition,
  secretlessProxy,
  issuersOnce,
  issuersApart,
  groupsClaims,
  requiredClaims,
  emittedUsername,
  deviceCode,
  workspaceNames,
  keyRegion,
  roleNames,
  grantedRoles,
  systemRoles,
  policyRules,
  grantedDangers,
  portalCluster,
  portalGroups,
  portalOverlap,
  portalStore,
  clientCluster,
  clientToken,
  clientKind,
  clientAddress,
  clientCallbacks,
  clientUserInfo,
  clientGroups,
  clientOverlap,
  clientStore,
  clientStores,
  askedClaims,
  guestNames,
  breakGlassGroup,
  reachableSignIn,
  userNames,
  attributeValues,
  leavers,
  acceptedOnce,
  boundNames,
];

/** What is asked of an access file in its folder, where states tell more than the text. */
export const demands = [leftBehind, outOfReach, leftValues, leftAccounts] as const;

/** An access file without mistakes. */
export interface AccessFile extends PlacedAccess {
  /** The file as the operator named it, for messages. */
  readonly name: string;
  readonly source: Places;
  /** Its text with what it includes, as it was read. */
  readonly inOnePiece: () => string;
}

/** The access file and what it includes, as the operator would name them. */
export const filesOf = ({ name, access }: Pick<AccessFile, "name" | "access">): readonly string[] => [
  name,
  ...Object.keys(access.include).map((path) => filesBeside(name).nameOf(path)),
];

/**
 * Reads and checks an access file, with the files that it includes.
 *
 * @param file path, seen from the working directory
 * @throws NoAccessFile if there is no such file, or it cannot be read
 * @throws InvalidAccessFile with every mistake in it
 */
export function loadAccess(file: string): AccessFile {
  const directory = dirname(resolve(file));
  const text = readText(file);
  const files = filesBeside(file);
  return { ...parseAccess(text, file, { files, demands: demands.map((demand) => demand(directory)) }), directory };
}

/** What an access file is read with. */
export interface ReadWith {
  /**
   * Rules that ask more than the text can tell.
   *
   * @default - none
   */
  readonly demands?: readonly Rule[];
  /**
   * Where the files are that it includes.
   *
   * @default - nowhere: each is told as missing
   */
  readonly files?: IncludedFiles;
}

const noFiles: IncludedFiles = {
  nameOf: (path) => path,
  read: () => {
    throw new UnreadFile("missing", "is not there");
  },
};

/**
 * Checks the text of an access file, and the files that it includes.
 *
 * @param name the file as the operator named it, for messages
 * @throws InvalidAccessFile with every mistake in it, or the first thousand
 */
export function parseAccess(
  text: string,
  name: string,
  { demands = [], files = noFiles }: ReadWith = {},
): Omit<AccessFile, "directory"> {
  const { source, value, mistakes, copied } = parseYaml(text);
  const invalid = (found: readonly Found[]) =>
    invalidFile(
      name,
      found.map((one) => ({ ...one, source, rank: 0 })),
    );
  if (value === null) throw invalid([...mistakes, atTop("must not be empty; begin with the tenant")]);
  // What is no access file may be anything, a list of passwords say: nothing of it is repeated.
  if (!isAccessText(text)) throw invalid([atTop(foreign(value))]);
  if (value === undefined) throw invalid(mistakes);
  const meant = understand(value);
  const whole = readWhole({ name, source, meant, bytes: Buffer.byteLength(text), copied }, files);
  const all = whole === undefined ? meant.value : whole.value;
  const parsed = AccessSchema.safeParse(all, { reportInput: true });
  const known = {
    at: (path: Path) => keysAt(path, all),
    elsewhere: (path: Path) => keysElsewhere(path, all),
    below: (path: Path) => keysBelow(path, all),
    ofOtherKind: (path: Path) => keysOfOtherKinds(path),
  };
  const draft = readDraft(all);
  // Without a file, or with one that is too broken to be read, what entries demand of others is guesswork.
  const isWhole = whole === undefined || whole.missing.length + whole.parts.filter(isBroken).length === 0;
  const found = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => of(ruleOf(issue), mistakesOf(issue, known))),
    ...(isWhole ? [...rules, ...demands] : []).flatMap((rule) => of(ruleName(rule), rule(draft))),
  ].filter(([, { path }]) => !(whole ?? meant).follows(path));
  const told = [...of("unknown-key", meant.mistakes), ...of("include", whole?.missing ?? [])];
  const located = [
    ...mistakes.map((one) => ({ ...one, source, rank: 0 })),
    ...told.map(([rule, mistake]) => locate(rule, mistake, { value: all, source })),
    ...(whole === undefined
      ? found.map(([rule, mistake]) => locate(rule, mistake, { value: all, source }))
      : foundInFiles(whole, found, { name, source, draft })),
  ];
  if (located.length > 0 || !parsed.success) throw invalidFile(name, located);
  return {
    access: parsed.data,
    name,
    source: whole?.places ?? source,
    inOnePiece: () => inOnePiece(text, whole),
  };
}

const isBroken = ({ value }: Part) => value === undefined;

const of = (rule: string, mistakes: Iterable<Mistake>) => [...mistakes].map((mistake) => [rule, mistake] as const);

/** Functions are named in words, and their names stay: a test holds them. */
export const ruleName = ({ name }: { readonly name: string }) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
