import { existsSync } from "node:fs";
import { readText } from "../../config/file/read-file";
import type { IncludedFiles } from "../../config/include/included-files";
import { emptied } from "../../config/include/one-piece";
import { InvalidAccessFile } from "../../config/mistake";
import type { AccessFile } from "../../config/load";
import { changeOf } from "../../model/rbac/change/change-of";
import { readEarlierFile, type EarlierFile } from "../report/against/earlier-file";
import { earlierText } from "../report/against/earlier-text";
import { changeInText } from "../report/against/in-text";
import { notesOf } from "../report/against/notes";
import type { AddressChange } from "../report/clouds/address-change";
import { cloudChanges } from "../report/clouds/cloud-changes";
import type { WriteStacks } from "../../sandbox/terraform/synthesis";
import { nothingOf } from "../report/against/nothing-of";
import { toldChange } from "../report/against/told-change";
import { digest, type DeploymentRecord, type DeploymentRecords, type RecordedBase } from "./deployment-record";
import { reachedBy, withoutGrants } from "./reached";

/** The access file that is deployed, as far as it is known. */
export interface DeployedFile {
  readonly text: string;
  /** What it includes. */
  readonly files: IncludedFiles;
  /** For the sentence "Compared with …". */
  readonly name: string;
  /** What a reader has to know of it, a sentence each. */
  readonly notes: readonly string[];
  /**
   * Where it is recorded.
   *
   * @default - an operator has named it
   */
  readonly base?: RecordedBase;
}

/**
 * The access file that stacks were last deployed from, as recorded here. If they come from several, the oldest: what others
 * have of the change already is then told again, and nothing is left out.
 *
 * @param again those that are not as they were deployed: only if none of them has a record are the others asked
 * @param wasElsewhere whether something else has changed the state of one of them since
 * @returns nothing if none is recorded
 */
export function recordedFile(
  records: DeploymentRecords,
  stacks: readonly string[],
  again: readonly string[],
  wasElsewhere: boolean,
): DeployedFile | undefined {
  const known = stacks.flatMap((stack): (readonly [string, DeploymentRecord])[] => {
    const record = records.here(stack);
    const isThere = record?.accessFile != null && existsSync(records.accessFile(record.accessFile));
    return record !== undefined && isThere ? [[stack, record]] : [];
  });
  const changed = known.filter(([stack]) => again.includes(stack));
  const [oldest] = (changed.length > 0 ? changed : known).sort(([, one], [, other]) =>
    one.deployedAt < other.deployedAt ? -1 : 1,
  );
  if (oldest === undefined) return undefined;
  const [stack, { accessFile, deployedAt }] = oldest;
  const text = textOf(records.accessFile(accessFile ?? ""));
  // Another text under its name would hide what people gain.
  if (text === undefined || digest(text) !== accessFile) return undefined;
  const files = new Set(known.map(([, record]) => record.accessFile));
  const missing = stacks.length - known.length;
  return {
    text,
    base: { accessFile, deployedAt },
    files: emptied,
    name: `the file deployed ${deployedAt.slice(0, 16).replace("T", " ")} UTC`,
    notes: [
      ...(files.size > 1 ? [`Not all stacks were last deployed from one file; this one is of ${stack}.`] : []),
      ...(missing > 0 && known.length > 0 ? [`${String(missing)} of the stacks have no record of a deployment.`] : []),
      ...(wasElsewhere
        ? ["Something else has deployed since, such as npx cdktf or another machine: some of this may be so already."]
        : []),
    ],
  };
}

function textOf(path: string): string | undefined {
  try {
    return readText(path);
  } catch (error) {
    if (error instanceof InvalidAccessFile) return undefined;
    throw error;
  }
}

/** The access file that an operator names. */
export async function namedFile(against: string, file: string): Promise<DeployedFile> {
  const { text, files } = await earlierText(against, file);
  return { text, files, name: against, notes: [] };
}

/** What a deployment makes of the file that is deployed. */
export interface ChangeOfFile {
  /** Who gains and loses what, and what people feel of it, a sentence a line. */
  readonly lines: readonly string[];
  /** What happens to addresses of each stack, foreseen from both files: a plan cannot tell before others are applied. */
  readonly foreseen: ReadonlyMap<string, readonly AddressChange[]>;
  /**
   * Stacks of which all is told to be new, where `foreseen` is all else that follows from both files.
   *
   * @default - the files were not compared, or not whole
   */
  readonly bare?: readonly string[];
  /**
   * Where the file that is deployed is recorded.
   *
   * @default - it is not, or nothing changes
   */
  readonly base?: RecordedBase;
}

/**
 * Compares the file that is deployed with what is to be deployed. What these stacks do not reach is left out, and told.
 *
 * @param bare clusters on which nothing is granted now, whatever the file says
 */
export function changeOfFile(
  { text, files, name, notes, base }: DeployedFile,
  file: AccessFile,
  stacks: readonly string[],
  bare: readonly string[],
  writeStacks: WriteStacks,
): ChangeOfFile {
  const isNothing = text.trim() === "";
  const earlier: EarlierFile = isNothing
    ? { name, access: nothingOf(file.access), unread: [], mistakes: [] }
    : readEarlierFile(text, name, files);
  const reached = reachedBy(stacks, earlier.access, file.access);
  const after = { ...file, access: reached.access };
  const had = { ...earlier, access: withoutGrants(earlier.access, bare) };
  const told = toldChange(
    { against: name, file: after, notes: notesOf(earlier, after.access) },
    had,
    changeOf(had.access, after.access),
  );
  const before = { access: earlier.access, directory: file.directory };
  // No Terraform is written of a file with mistakes.
  const clouds = isNothing || earlier.mistakes.length > 0 ? undefined : cloudChanges(before, after, writeStacks);
  const felt = clouds === undefined ? [] : [...clouds.leftBehind, ...clouds.costs.map(({ sentence }) => sentence)];
  const untold = [...notes, ...reached.notes].map((note) => `note: ${note}`);
  return {
    lines: [changeInText(told), ...felt.map((sentence) => `! ${sentence}`), ...untold],
    foreseen: new Map(clouds?.stacks.map(({ stack, addresses }) => [stack, addresses])),
    ...(clouds === undefined ? {} : { bare: bare.map((cluster) => `rbac-${cluster}`) }),
    ...(base === undefined ? {} : { base }),
  };
}
