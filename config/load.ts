import { dirname, resolve } from "node:path";
import { own } from "../model/own";
import { readDraft } from "./draft";
import { mistakesOf, sentenceOf } from "./issues";
import { keysAt } from "./json-schema";
import { InvalidAccessFile, inOrder, written, type Located, type Mistake } from "./mistake";
import { parseYaml } from "./parse-yaml";
import { readText } from "./read-file";
import { attributeNames } from "./rules/attributes";
import { keyRegion, workspaceNames } from "./rules/backend";
import { oneEntryACluster, rolePartition, secretlessProxy } from "./rules/clusters";
import { breakGlassGroup, reachableSignIn } from "./rules/conditional-access";
import { existingAdmins } from "./rules/existing-admins";
import { grantedGroups, repeatedGrants } from "./rules/grants";
import { displayNames, members, membership, othersGroups } from "./rules/groups";
import { guestAdmins, guestList } from "./rules/guests";
import { keys } from "./rules/keys";
import { leftAccounts } from "./rules/left-accounts";
import { leftBehind } from "./rules/left-behind";
import { leftValues } from "./rules/left-values";
import { nestedGroups } from "./rules/nested-groups";
import { askedClaims, guestNames } from "./rules/optional-claims";
import { policyRules } from "./rules/policy-rules";
import { portalCluster, portalGroups, portalOverlap } from "./rules/portal";
import { grantedRoles, roleNames } from "./rules/roles";
import type { Rule } from "./rules/rule";
import { secretReaders } from "./rules/secrets";
import { emittedUsername } from "./rules/username";
import { attributeValues, leavers, userNames } from "./rules/users";
import { AccessSchema, type Access } from "./schema/access";
import type { Source } from "./source";

const rules = [
  keys,
  attributeNames,
  displayNames,
  members,
  othersGroups,
  membership,
  nestedGroups,
  guestList,
  guestAdmins,
  grantedGroups,
  existingAdmins,
  repeatedGrants,
  oneEntryACluster,
  rolePartition,
  secretlessProxy,
  emittedUsername,
  workspaceNames,
  keyRegion,
  roleNames,
  grantedRoles,
  policyRules,
  secretReaders,
  portalCluster,
  portalGroups,
  portalOverlap,
  askedClaims,
  guestNames,
  breakGlassGroup,
  reachableSignIn,
  userNames,
  attributeValues,
  leavers,
];

/** An access file without mistakes. */
export interface AccessFile {
  readonly access: Access;
  /** The file as the operator named it, for messages. */
  readonly name: string;
  /** Absolute path of the folder that the file is in. */
  readonly directory: string;
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
    ...parseAccess(readText(file), file, [leftBehind(directory), leftValues(directory), leftAccounts(directory)]),
    directory,
  };
}

/**
 * Checks the text of an access file.
 *
 * @param name the file as the operator named it, for messages
 * @param demands rules that ask more than the text can tell
 * @throws InvalidAccessFile with every mistake in it
 */
export function parseAccess(text: string, name: string, demands: readonly Rule[] = []): Omit<AccessFile, "directory"> {
  const { source, value, mistakes } = parseYaml(text);
  if (value === undefined) throw invalid(name, mistakes);
  if (value === null) throw invalid(name, [...mistakes, atTop(source, "must not be empty; begin with the tenant")]);
  const parsed = AccessSchema.safeParse(value, { reportInput: true });
  const found = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => mistakesOf(issue, (path) => keysAt(path, value)));
  const draft = readDraft(value);
  const further = [...rules, ...demands].flatMap((rule) => [...rule(draft)]);
  const located = [...mistakes, ...[...found, ...further].map((mistake) => locate(mistake, value, source))];
  if (located.length > 0 || !parsed.success) throw invalid(name, located);
  return { access: parsed.data, name, source };
}

const atTop = (source: Source, sentence: string): Located => ({ position: source.at(0), path: "", sentence });

function locate(mistake: Mistake, value: unknown, source: Source): Located {
  const { path, at } = mistake;
  return {
    position: source.locate(path, at),
    path: written(path),
    sentence: sentenceOf(mistake, valueAt(value, path)),
  };
}

function valueAt(value: unknown, path: Mistake["path"]): unknown {
  return path.reduce<unknown>((inside, part) => own((inside ?? {}) as Record<string, unknown>, String(part)), value);
}

function invalid(name: string, mistakes: readonly Located[]): InvalidAccessFile {
  return new InvalidAccessFile(name, inOrder(mistakes));
}
