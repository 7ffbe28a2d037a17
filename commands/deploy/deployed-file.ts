import { existsSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { readText } from "../../config/file/read-file";
import { InvalidAccessFile } from "../../config/mistake";
import type { AccessFile } from "../../config/load";
import type { Access, Cluster } from "../../config/schema/access";
import { own } from "../../model/own";
import { changeOf } from "../../model/rbac/change/change-of";
import { readEarlierFile, type EarlierFile } from "../report/against/earlier-file";
import { earlierText } from "../report/against/earlier-text";
import { changeInText } from "../report/against/in-text";
import { notesOf } from "../report/against/notes";
import { nothingOf } from "../report/against/nothing-of";
import { toldChange } from "../report/against/told-change";
import type { DeploymentRecord, DeploymentRecords } from "./deployment-record";

/** The access file that is deployed, as far as it is known. */
export interface DeployedFile {
  readonly text: string;
  /** For the sentence "Compared with …". */
  readonly name: string;
  /** What a reader has to know of it, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * The access file that stacks were last deployed from, as recorded here. If they come from several, the oldest: what others
 * have of the change already is then told again, and nothing is left out.
 *
 * @param wasElsewhere whether something else has changed the state of one of them since
 * @returns nothing if none is recorded
 */
export function recordedFile(
  records: DeploymentRecords,
  stacks: readonly string[],
  wasElsewhere: boolean,
): DeployedFile | undefined {
  const known = stacks.flatMap((stack): (readonly [string, DeploymentRecord])[] => {
    const record = records.of(stack);
    const isThere = record?.accessFile != null && existsSync(records.accessFile(record.accessFile));
    return record !== undefined && isThere ? [[stack, record]] : [];
  });
  const [oldest] = known.sort(([, one], [, other]) => (one.deployedAt < other.deployedAt ? -1 : 1));
  if (oldest === undefined) return undefined;
  const [stack, { accessFile, deployedAt }] = oldest;
  const text = textOf(records.accessFile(accessFile ?? ""));
  if (text === undefined) return undefined;
  const files = new Set(known.map(([, record]) => record.accessFile));
  const missing = stacks.length - known.length;
  return {
    text,
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
  const { text } = await earlierText(against, file);
  return { text, name: against, notes: [] };
}

/**
 * Who gains and loses what, a sentence a line. What the file changes on a cluster whose stacks are not among these is left
 * out, and told.
 */
export function changeForPeople(
  { text, name, notes }: DeployedFile,
  file: AccessFile,
  stacks: readonly string[],
): string[] {
  const isNothing = text.trim() === "";
  const earlier: EarlierFile = isNothing
    ? { name, access: nothingOf(file.access), unread: [], mistakes: [] }
    : readEarlierFile(text, name);
  const later = laterClusters(file.access, stacks);
  const after = withClustersOf(earlier.access, file.access, later);
  const told = toldChange(
    { against: name, file: { ...file, access: after }, notes: notesOf(earlier, after) },
    earlier,
    changeOf(earlier.access, after),
  );
  const differs = later.filter((cluster) => {
    const [was, is] = [earlier.access, file.access].map(({ clusters }) => own(clusters, cluster));
    return !isDeepStrictEqual(was, is);
  });
  const leftOut = `${differs.join(", ")} ${differs.length === 1 ? "is" : "are"} not among these stacks: what the file changes there is not compared.`;
  return [changeInText(told), ...[...notes, ...(differs.length === 0 ? [] : [leftOut])].map((note) => `note: ${note}`)];
}

/** Clusters that have no stack among these. */
const laterClusters = ({ clusters }: Access, stacks: readonly string[]) =>
  Object.keys(clusters).filter((name) => !stacks.includes(`rbac-${name}`) && !stacks.includes(`eks-${name}`));

/** An access file in which these clusters are as they were. */
function withClustersOf(before: Access, after: Access, names: readonly string[]): Access {
  const clusters = Object.entries(after.clusters).flatMap(([name, cluster]): [string, Cluster][] => {
    const kept = names.includes(name) ? own(before.clusters, name) : cluster;
    return kept === undefined ? [] : [[name, kept]];
  });
  return { ...after, clusters: Object.fromEntries(clusters) };
}
