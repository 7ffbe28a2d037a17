import { isScalar, visit, type Document } from "yaml";

/** A quotation mark without its counterpart. */
export interface OpenQuote {
  readonly mark: string;
  /** In UTF-16 code units from the beginning. */
  readonly offset: number;
}

/** The first open quote. The parser's own error stands where the quoted text breaks off, which may be the last line. */
export function openQuote({ contents, errors }: Document.Parsed): OpenQuote | undefined {
  const missing = errors.find(({ message }) => /^Missing closing ["']quote/.test(message));
  if (missing === undefined) return undefined;
  let offset: number | undefined;
  visit(contents, (_, node) => {
    if (!isScalar(node) || node.range?.[1] !== missing.pos[0]) return undefined;
    offset = node.range[0];
    return visit.BREAK;
  });
  return offset === undefined ? undefined : { mark: missing.message.includes('"') ? '"' : "'", offset };
}
