import { LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Located } from "./mistake";
import { Source } from "./source";
import { structuralMistakes } from "./yaml-structure";

/** More copies than this by aliases are refused: a few lines can stand for gigabytes otherwise. */
const mostAliases = 100;

export interface ParsedYaml {
  readonly source: Source;
  /**
   * The document as plain values.
   *
   * @default - the text is too broken to be read as anything
   */
  readonly value?: unknown;
  readonly mistakes: readonly Located[];
}

/** Reads one YAML 1.2 document. Its warnings count as errors: an unknown tag is only a warning of the parser. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  // Keys that stand twice are found by structuralMistakes, which also says where the first one stands.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
  });
  const source = new Source(document, lines);
  const problems = [...document.errors, ...document.warnings];
  const syntax = problems.map((error) => ({
    position: source.at(error.pos[0]),
    path: "",
    sentence: sentenceOf(error),
  }));
  const structure = structuralMistakes(document, source);
  const mistakes = [...syntax, ...structure];
  // What follows a syntax error is guesswork: further mistakes would be ours, not the operator's.
  if (problems.length > 0 || structure.some(({ fatal }) => fatal)) return { source, mistakes };
  try {
    return { source, mistakes, value: document.toJS({ maxAliasCount: mostAliases }) as unknown };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const sentence = `must not copy more than ${String(mostAliases)} values by aliases (*name); write them out`;
    return { source, mistakes: [...mistakes, { position: source.at(0), path: "", sentence }] };
  }
}

function sentenceOf({ code, message }: Pick<YAMLError, "code" | "message">): string {
  if (code === "TAB_AS_INDENT") return "must be indented with spaces, not with tabs";
  if (code === "MULTIPLE_DOCS") return 'must hold one document; take the "---" out';
  if (code === "NON_STRING_KEY") return "must have plain text as key";
  const reason = message.charAt(0).toLowerCase() + message.slice(1);
  return `must be valid YAML: ${reason}`;
}
