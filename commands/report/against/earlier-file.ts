import type { z } from "zod";
import { ownIn } from "../../../model/own";
import { parseYaml } from "../../../config/file/parse-yaml";
import type { Places } from "../../../config/file/places";
import type { IncludedFiles } from "../../../config/include/included-files";
import { readWhole } from "../../../config/include/whole";
import { parseAccess } from "../../../config/load";
import { InvalidAccessFile, written, type Path } from "../../../config/mistake";
import { NoAnswer } from "../../../config/no-answer";
import { AccessSchema, type Access } from "../../../config/schema/access";
import { understand } from "../../../config/understand";
import { ofNoKind, wholeOf, withLess } from "./least-of";

/** An access file of earlier days, which may break today's rules. */
export interface EarlierFile {
  readonly name: string;
  readonly access: Access;
  /**
   * Where its values stand.
   *
   * @default - something was left out, so that positions in lists are others
   */
  readonly source?: Places;
  /** What was left out, as something in it cannot be read by today's schema: paths such as `clusters.prod.grants[1]`. */
  readonly unread: readonly string[];
  /** Its mistakes by today's rules, a line for each. */
  readonly mistakes: readonly string[];
}

/**
 * Reads an access file to compare another one with it. Mistakes between entries are read over. What has not today's shape is
 * left out, and told.
 *
 * @throws NoAnswer if the rest is no access file
 */
export function readEarlierFile(text: string, name: string, files: IncludedFiles): EarlierFile {
  try {
    const { access, source } = parseAccess(text, name, { files });
    return { name, access, source, unread: [], mistakes: [] };
  } catch (error) {
    if (!(error instanceof InvalidAccessFile)) throw error;
    const mistakes = error.message.split("\n");
    const { source, value, copied } = parseYaml(text);
    const meant = typeof value === "object" && value !== null ? understand(value) : undefined;
    const main = { name, source, copied, bytes: Buffer.byteLength(text) };
    const whole = meant === undefined ? undefined : readWhole({ ...main, meant }, files);
    const read = meant === undefined ? undefined : readRest((whole ?? meant).value);
    if (read === undefined) throw new NoAnswer(`There is nothing to compare with: ${mistakes[0] ?? name}`);
    return { name, mistakes, ...read, ...(read.unread.length === 0 ? { source: whole?.places ?? source } : {}) };
  }
}

/**
 * Leaves out what the schema refuses, with all that it may narrow, until it takes the rest: the earlier file then gives less than
 * it says, never more. `undefined` if the rest is nothing.
 */
function readRest(value: unknown): Pick<EarlierFile, "access" | "unread"> | undefined {
  // Aliases are one object, and what is left out in one place stays in the other.
  const rest = JSON.parse(JSON.stringify(value)) as unknown;
  const positions = new Positions();
  const unread: string[] = [];
  const left: Path[] = [];
  for (;;) {
    const { data, error } = AccessSchema.safeParse(rest, { reportInput: true });
    const issues = error?.issues.flatMap(refusedAt).map(wholeOf) ?? [];
    const refused = outermost([...issues, ...ofNoKind(rest)]);
    if (refused.length === 0 && data !== undefined) return { access: withLess(data, left), unread };
    // Each round leaves something out, so there is an end.
    if (refused.length === 0 || refused.some(({ length }) => length === 0)) return undefined;
    unread.push(...refused.map((path) => written(positions.inFile(rest, path))));
    left.push(...refused);
    for (const path of refused) positions.leaveOut(rest, path);
  }
}

function refusedAt(issue: z.core.$ZodIssue): Path[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? part.toString() : part));
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
  // What lacks something cannot be read either.
  return [issue.input === undefined ? path.slice(0, -1) : path];
}

/** Each once, without those in another one; positions in a list from the back, so that they stay right. */
function outermost(paths: readonly Path[]): Path[] {
  const all = new Map(paths.map((path) => [JSON.stringify(path), path]));
  const isInside = (path: Path) => path.some((_, length) => all.has(JSON.stringify(path.slice(0, length))));
  return [...all.values()].filter((path) => !isInside(path)).sort(byPosition);
}

function byPosition(one: Path, other: Path): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  const [a, b] = [one[at], other[at]];
  return typeof a === "number" && typeof b === "number" ? b - a : 0;
}

/** Where the items of lists stood in the file, after others were left out. */
class Positions {
  private readonly left = new WeakMap<object, number[]>();

  inFile(value: unknown, path: Path): Path {
    let inside = value;
    return path.map((part) => {
      const list = inside;
      inside = ownIn(inside, part);
      return Array.isArray(list) && typeof part === "number" ? (this.left.get(list)?.[part] ?? part) : part;
    });
  }

  leaveOut(value: unknown, path: Path): void {
    const around = path.slice(0, -1).reduce(ownIn, value);
    const last = path.at(-1) ?? "";
    if (!Array.isArray(around)) {
      Reflect.deleteProperty(Object(around) as object, last);
      return;
    }
    const positions = this.left.get(around) ?? around.map((_, index) => index);
    for (const list of [around, positions]) list.splice(Number(last), 1);
    this.left.set(around, positions);
  }
}
