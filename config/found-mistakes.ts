import { ownIn } from "../model/own";
import type { Found } from "./file/found";
import type { Source } from "./file/source";
import { sentenceOf } from "./issues";
import { InvalidAccessFile, written, type Mistake } from "./mistake";

/** More would be read by nobody; the rest is counted. */
const mostTold = 1000;

/** For more mistakes no name is looked for that was probably meant: the time grows with the product of both. */
const mostSearched = 100;

/** A text that mistakes are found in. */
interface Text {
  /**
   * The included file, as messages name it.
   *
   * @default - the access file itself
   */
  readonly file?: string;
  readonly source: Source;
  /** The access file comes first, then what it includes, in the order of its lines. */
  readonly rank: number;
}

/** What was found in a text. */
export type FoundIn = Found & Text;

/** A mistake in the text that has it. */
export function locate(
  rule: string,
  mistake: Mistake,
  { value, rank = 0, source, ...text }: Omit<Text, "rank"> & { readonly value: unknown; readonly rank?: number },
): FoundIn {
  const { path, at } = mistake;
  return {
    ...text,
    source,
    rank,
    offset: source.offsetOf(path, at),
    path,
    rule,
    sentence: (search) => {
      const there = path.reduce(ownIn, value);
      return sentenceOf(asWritten(mistake, there, source), there, search);
    },
  };
}

/** A number is told as it stands in the file, 3.10 say, which is read as 3.1. */
function asWritten(mistake: Mistake, value: unknown, source: Source): Mistake {
  const { path, at, got } = mistake;
  const word = at === "key" || typeof value !== "number" ? undefined : source.word(path);
  const isValue = got === undefined || got === String(value);
  return word !== undefined && word.length <= 80 && isValue ? { ...mistake, got: word } : mistake;
}

/** Every mistake in the order of the files, or the first thousand. */
export function invalidFile(name: string, mistakes: readonly FoundIn[]): InvalidAccessFile {
  const told = mistakes.toSorted((a, b) => a.rank - b.rank || a.offset - b.offset).slice(0, mostTold);
  const located = told.map(({ file, source, offset, path, rule, sentence }, index) => ({
    ...(file === undefined ? {} : { file }),
    position: source.at(offset),
    path: written(path),
    sentence: sentence(index < mostSearched),
    rule,
  }));
  return new InvalidAccessFile(name, located, mistakes.length - told.length);
}
