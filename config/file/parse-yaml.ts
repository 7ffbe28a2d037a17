import { YAMLParseError, Composer, LineCounter, type CST, type Document, type YAMLError } from "yaml";
import type { Found } from "./found";
import { openQuote } from "./open-quote";
import { causeOf } from "./slip-of-all";
import { Source } from "./source";
import { slipOf } from "./syntax-slip";
import { Structure } from "./yaml-structure";
import { BoundlessYaml, yamlTokens } from "./yaml-tokens";

export interface ParsedYaml {
  readonly source: Source;
  /**
   * The document as plain values.
   *
   * @default - the text is too broken to be read as anything
   */
  readonly value?: unknown;
  readonly mistakes: readonly Found[];
  /** How many values its aliases stand for. */
  readonly copied: number;
}

/** Reads one YAML 1.2 document. Its warnings count as errors: an unknown tag is only a warning of the parser. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = compose(yamlTokens(text, lines), text.length);
  } catch (error) {
    if (!(error instanceof BoundlessYaml)) throw error;
    const source = new Source(null, lines);
    return { source, mistakes: [syntax(error.offset, () => error.message)], copied: 0 };
  }
  const problems = problemsOf(document, text, lines);
  const version = document.directives.yaml;
  if (version.explicit === true && version.version !== "1.2") {
    problems.push(syntax(0, () => "must be YAML 1.2; remove the line with %YAML"));
  }
  const structure = new Structure(document);
  const source = new Source(document.contents, lines, structure.aliases);
  const mistakes = [...problems, ...structure.mistakes.map((mistake) => structural(source, mistake))];
  // What follows a syntax error is guesswork: further mistakes would be ours, not the operator's.
  const broken = problems.length > 0 || structure.mistakes.some(({ fatal }) => fatal);
  return { source, mistakes, copied: structure.copied, ...(broken ? {} : { value: structure.value }) };
}

function problemsOf(document: Document.Parsed, text: string, lines: LineCounter): Found[] {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const cause = errors.length === 0 ? undefined : causeOf(text);
  if (cause !== undefined) return [syntax(cause.offset, () => cause.must)];
  const open = openQuote(document);
  const found: Found[] = [];
  // Where the text of an open quote breaks off, the rest of the file is guesswork.
  for (const error of apart(errors).filter(({ pos }) => pos[0] < (open?.offset ?? Infinity))) {
    const { offset, must, breaks = false } = slipOf(error, { text, lines, document });
    found.push(syntax(offset, () => must));
    if (breaks) return found;
  }
  if (open === undefined) return found;
  return [...found, syntax(open.offset, () => `must end the quote that begins here; add ${open.mark}`)];
}

/** The errors that no other one brings: neither a tab before them, nor a key over several lines that they begin. */
function apart(errors: readonly YAMLError[]): YAMLError[] {
  const tab = errors.find(isTab)?.pos[0] ?? Infinity;
  const over = errors.filter(({ code }) => code === "MULTILINE_IMPLICIT_KEY");
  const keys = new Map(over.map((error) => [error.pos[0], error]));
  return errors.filter((error) => isTab(error) || (error.pos[0] < tab && (keys.get(error.pos[0]) ?? error) === error));
}

const isTab = ({ code }: YAMLError) => code === "TAB_AS_INDENT";

/** As `parseDocument` of the package does, from tokens that are there already. */
function compose(tokens: readonly CST.Token[], end: number): Document.Parsed {
  // Keys that stand twice are found by Structure, which also says where the first one stands.
  const composer = new Composer({ prettyErrors: false, stringKeys: true, uniqueKeys: false });
  let first: Document.Parsed | undefined;
  const { stackTraceLimit } = Error;
  // The package makes an Error of each mistake: a text of brackets has thousands, and nobody reads where they come from.
  Error.stackTraceLimit = 0;
  try {
    for (const document of composer.compose(tokens, true, end)) {
      if (first === undefined) first = document;
      else {
        first.errors.push(new YAMLParseError([document.range[0], document.range[1]], "MULTIPLE_DOCS", ""));
        break;
      }
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return first as Document.Parsed;
}

const syntax = (offset: number, sentence: () => string): Found => ({
  offset,
  path: [],
  rule: "yaml",
  sentence,
});

function structural(source: Source, { node, path, rule, must }: Structure["mistakes"][number]): Found {
  const lineOf = (other: typeof node) => source.at(other.range?.[0] ?? 0).line;
  return { offset: node.range?.[0] ?? 0, path, rule, sentence: () => must(lineOf) };
}
