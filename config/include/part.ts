import { UnreadFile } from "../file/read-bytes";
import { NotUtf8 } from "../file/read-file";
import { atTop, type Found } from "../file/found";
import { parseYaml } from "../file/parse-yaml";
import type { Source } from "../file/source";
import { mostCopied } from "../file/yaml-structure";
import { foreign, isAccessText } from "../access-text";
import type { Mistake } from "../mistake";
import { didYouMean } from "../text/suggestion";
import { understand } from "../understand";
import type { IncludedFiles } from "./included-files";
import { permitted } from "./permitted";

/** An included file that was read. */
export interface Part {
  /** As the access file writes it. */
  readonly path: string;
  /** As messages name it. */
  readonly name: string;
  readonly source: Source;
  /**
   * What counts of it.
   *
   * @default - it is too broken to be read as anything
   */
  readonly value?: unknown;
  /** What is no YAML, or no included file. */
  readonly broken: readonly Found[];
  /** What must not be in it, by the rule that says so. */
  readonly mistakes: readonly (readonly [rule: string, mistake: Mistake])[];
  /** Whether what a rule says of this path follows from another mistake. */
  readonly follows: (path: readonly (string | number)[]) => boolean;
}

/** An included file that is not there, or is none: a sentence about the line that includes it. */
export interface NoPart {
  readonly path: string;
  readonly must: string;
  /** @default - nobody knows what was meant */
  readonly hint?: () => string | undefined;
}

const nothing = { mistakes: [], follows: () => false } as const;

/** What all files of an access file may have together. */
export interface Amounts {
  readonly bytes: number;
  /** Values that aliases stand for. */
  readonly copied: number;
}

/**
 * Reads an included file.
 *
 * @param left how much it may have
 */
export function readPart(path: string, files: IncludedFiles, left: Amounts): (Part & Amounts) | NoPart {
  const name = files.nameOf(path);
  let text: string;
  try {
    text = files.read(path);
  } catch (error) {
    if (error instanceof NotUtf8)
      return {
        path,
        must: `${error.message} (${name}:${String(error.position.line)}:${String(error.position.column)})`,
      };
    if (!(error instanceof UnreadFile)) throw error;
    if (error.why !== "missing") return { path, must: error.message };
    return { path, must: "must be a file that is there", hint: () => didYouMean(path, files.beside?.(path) ?? []) };
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > left.bytes) return { path, must: "must be shorter: all files together may have as many bytes as one" };
  const { source, value, mistakes: broken, copied } = parseYaml(text);
  if (copied > left.copied)
    return {
      path,
      must: `must copy less: aliases (*name) of all files together may stand for ${String(mostCopied)} values`,
    };
  const read = { ...nothing, path, name, source, broken, bytes, copied };
  if (value === null) return { ...read, value: {} };
  // What is no access file may be anything, a list of passwords say: nothing of it is repeated.
  if (!isAccessText(text)) return { ...read, broken: [atTop(foreign(value))] };
  if (value === undefined) return read;
  if (typeof value !== "object" || Array.isArray(value)) return { ...read, broken: [...broken, atTop(foreign(value))] };
  const meant = understand(value);
  const { value: kept, mistakes } = permitted(meant.value);
  const slips = meant.mistakes.map((mistake) => ["unknown-key", mistake] as const);
  const told = mistakes.filter(({ path: at }) => !meant.follows(at)).map((mistake) => ["include", mistake] as const);
  return { ...read, value: kept, mistakes: [...slips, ...told], follows: (at) => meant.follows(at) };
}
