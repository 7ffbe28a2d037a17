import { NoAnswer } from "./no-answer";
import { shown } from "./text/shown";

/** A place in a text; both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where in the access file: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** Something in the access file that has to change, before it is known where it stands. */
export interface Mistake {
  readonly path: Path;
  /**
   * Whether the key is meant, or its value.
   *
   * @default "value"
   */
  readonly at?: "key" | "value";
  /** What must hold, beginning with "must". */
  readonly must: string;
  /**
   * What was given.
   *
   * @default - the text, number or boolean at the path; nothing for a key, a list or a map
   */
  readonly got?: string;
  /**
   * What to do; a function where it is looked for among names, which is done for the first mistakes only.
   *
   * @default - nothing beside what must hold
   */
  readonly hint?: string | (() => string | undefined) | undefined;
}

/** A sentence about one place in a file. */
export interface Located {
  /**
   * The included file that it is in, as messages name it.
   *
   * @default - the access file itself
   */
  readonly file?: string;
  readonly position: Position;
  /** The path as an operator writes it, such as `clusters.prod.grants[1].group`; empty for the file itself. */
  readonly path: string;
  readonly sentence: string;
  /** Which rule it comes from, in words with `-` between them: it stays the same when the sentence is worded anew. */
  readonly rule: string;
}

/** In the order of the file; what is in included files comes after it, file by file. */
export function inOrder<T extends Pick<Located, "file" | "position">>(sentences: readonly T[]): T[] {
  return [...sentences].sort((a, b) => byFile(a, b) || byPosition(a, b));
}

type At = Pick<Located, "file" | "position">;
const byFile = ({ file: a = "" }: At, { file: b = "" }: At) => (a === b ? 0 : a < b ? -1 : 1);
const byPosition = ({ position: a }: At, { position: b }: At) => a.line - b.line || a.column - b.column;

/** The access file cannot be used; every mistake in it, in the order of the file. */
export class InvalidAccessFile extends Error {
  override readonly name = "InvalidAccessFile";

  constructor(
    /** Name of the file, as the operator gave it. */
    readonly file: string,
    readonly mistakes: readonly Located[],
    /** How many further mistakes are not told. */
    readonly untold = 0,
  ) {
    super([...mistakes.map((mistake) => inFile(file, mistake)), ...furtherMistakes(file, untold)].join("\n"));
  }
}

/** The last line of a list that is too long to be told. */
export const furtherMistakes = (file: string, untold: number) =>
  untold === 0 ? [] : [shown(`${file} has ${String(untold)} more mistakes; fix these first`)];

/** The access file cannot be read at all: there is none, or it is a folder. */
export class NoAccessFile extends NoAnswer {
  override readonly name = "NoAccessFile";
}

/** One line: `access.yaml:23:7 clusters.prod.grants[1].group must …`. */
export function inFile(main: string, { file = main, position: { line, column }, path, sentence }: Located): string {
  return shown(`${file}:${String(line)}:${String(column)} ${path === "" ? "" : `${path} `}${sentence}`);
}

/** `clusters.prod.grants[1].group`; a key that is no plain word is quoted. */
export function written(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${String(part)}]`;
      if (!/^[\w-]+$/.test(part)) return `[${JSON.stringify(part)}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join("");
}

/** A text, number or boolean as an operator wrote it, short enough for a line. */
export function given(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value);
    case "number":
    case "boolean":
    case "bigint":
      return String(value);
    default:
      return undefined;
  }
}
