import { dirname, resolve } from "node:path";
import { own } from "../model/own";
import type { PlacedAccess } from "../model/placed-access";
import { readDraft } from "./draft";
import { parseYaml, type Found } from "./file/parse-yaml";
import { readText } from "./file/read-file";
import type { Source } from "./file/source";
import { mistakesOf, ruleOf, sentenceOf } from "./issues";
import { keysAt, keysBelow, keysElsewhere } from "./json-schema";
import { keysOfOtherKinds } from "./keys-of-kinds";
import { InvalidAccessFile, written, type Mistake, type Path } from "./mistake";
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
import { oauthClaims, openshiftDomains, openshiftKeys, openshiftOverlap, rosaClaims } from "./rules/clusters/openshift";
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
];

/** What is asked of an access file in its folder, where states tell more than the text. */
export const demands = [leftBehind, leftValues, leftAccounts] as const;

/** An access file without mistakes. */
export interface AccessFile extends PlacedAccess {
  /** The file as the operator named it, for messages. */
  readonly name: string;
  readonly source: Source;
}

/**
 * Reads and checks an access file.
 *
 * @param file path, seen from the working directory
 * @throws NoAccessFile if there is no such file, or it cannot be read
 * @throws InvalidAccessFile with every mistake in it
 */
export function loadAccess(file: string): AccessFile {
  const directory = dirname(resolve(file));
  return {
    ...parseAccess(
      readText(file),
      file,
      demands.map((demand) => demand(directory)),
    ),
    directory,
  };
}

/** More would be read by nobody; the rest is counted. */
const mostTold = 1000;

/** For more mistakes no name is looked for that was probably meant: the time grows with the product of both. */
const mostSearched = 100;

/**
 * Checks the text of an access file.
 *
 * @param name the file as the operator named it, for messages
 * @param demands rules that ask more than the text can tell
 * @throws InvalidAccessFile with every mistake in it, or the first thousand
 */
export function parseAccess(text: string, name: string, demands: readonly Rule[] = []): Omit<AccessFile, "directory"> {
  const { source, value, mistakes } = parseYaml(text);
  const invalid = (found: readonly Found[]) => invalidFile(name, source, found);
  if (value === null) throw invalid([...mistakes, atTop("must not be empty; begin with the tenant")]);
  // What is no access file may be anything, a list of passwords say: nothing of it is repeated.
  if (!isAccessText(text)) throw invalid([atTop(foreign(value))]);
  if (value === undefined) throw invalid(mistakes);
  const meant = understand(value);
  const parsed = AccessSchema.safeParse(meant.value, { reportInput: true });
  const known = {
    at: (path: Path) => keysAt(path, meant.value),
    elsewhere: (path: Path) => keysElsewhere(path, meant.value),
    below: (path: Path) => keysBelow(path, meant.value),
    ofOtherKind: (path: Path) => keysOfOtherKinds(path),
  };
  const draft = readDraft(meant.value);
  const found = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => of(ruleOf(issue), mistakesOf(issue, known))),
    ...[...rules, ...demands].flatMap((rule) => of(ruleName(rule), rule(draft))),
  ].filter(([, { path }]) => !meant.follows(path));
  const told = [...of("unknown-key", meant.mistakes), ...found];
  const located = [...mistakes, ...told.map(([rule, mistake]) => locate(rule, mistake, meant.value, source))];
  if (located.length > 0 || !parsed.success) throw invalid(located);
  return { access: parsed.data, name, source };
}

const atTop = (sentence: string): Found => ({
  offset: 0,
  path: [],
  rule: "file",
  sentence: () => sentence,
});

const topKeys = Object.keys(AccessSchema.shape).join("|");
const topKey = new RegExp(`(^|[{,\\s])(("(${topKeys})"|'(${topKeys})')\\s*:|(${topKeys})[ \\t]*:([ \\t\\r]|$))`, "m");

/** Whether any key of an access file stands in the text. */
const isAccessText = (text: string) => topKey.test(text);

function foreign(value: unknown): string {
  if (Array.isArray(value)) return "must be a map, got a list";
  if (typeof value === "object")
    return `must be an access file, but has none of its keys: ${topKeys.replaceAll("|", ", ")}`;
  return value === undefined ? "must be an access file, but is no YAML with its keys" : "must be a map, got plain text";
}

const of = (rule: string, mistakes: Iterable<Mistake>) => [...mistakes].map((mistake) => [rule, mistake] as const);

/** Functions are named in words, and their names stay: a test holds them. */
export const ruleName = ({ name }: { readonly name: string }) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function locate(rule: string, mistake: Mistake, value: unknown, source: Source): Found {
  const { path, at } = mistake;
  return {
    offset: source.offsetOf(path, at),
    path,
    rule,
    sentence: (search) => sentenceOf(asWritten(mistake, valueAt(value, path), source), valueAt(value, path), search),
  };
}

/** A number is told as it stands in the file, 3.10 say, which is read as 3.1. */
function asWritten(mistake: Mistake, value: unknown, source: Source): Mistake {
  const { path, at, got } = mistake;
  const word = at === "key" || typeof value !== "number" ? undefined : source.word(path);
  const isValue = got === undefined || got === String(value);
  return word !== undefined && word.length <= 80 && isValue ? { ...mistake, got: word } : mistake;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, part) =>
      typeof inside === "object" && inside !== null ? own(inside as Record<string, unknown>, String(part)) : undefined,
    value,
  );
}

function invalidFile(name: string, source: Source, mistakes: readonly Found[]): InvalidAccessFile {
  const told = mistakes.toSorted((a, b) => a.offset - b.offset).slice(0, mostTold);
  const located = told.map(({ offset, path, rule, sentence }, index) => ({
    position: source.at(offset),
    path: written(path),
    sentence: sentence(index < mostSearched),
    rule,
  }));
  return new InvalidAccessFile(name, located, mistakes.length - told.length);
}
