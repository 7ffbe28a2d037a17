import { CST, Lexer, Parser, type LineCounter } from "yaml";

/** Deeper than any access file; the parser's time grows with the square of the depth, and what reads its tree calls itself. */
const deepest = 100;

/**
 * Words and signs of YAML: each costs the parser as much time as several letters, so a dense text may have fewer. 500 groups,
 * 5,000 people, and 20 clusters with 500 grants each are 822,000 letters with 314,000, of 352,000 that they may have.
 */
const mostLexemes = (letters: number) => Math.min(352_000, 40_000 + Math.floor(letters * 0.38));

/** A text that is not read further; the message is what must hold. */
export class BoundlessYaml extends Error {
  override readonly name = "BoundlessYaml";

  constructor(
    message: string,
    /** Where it was given up, in UTF-16 code units. */
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * The concrete syntax of a text.
 *
 * @param lines learns where each line begins
 * @throws BoundlessYaml before reading it would take too long
 */
export function yamlTokens(text: string, lines: LineCounter): CST.Token[] {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  const most = mostLexemes(text.length);
  let lexemes = 0;
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Beside the collections the document is open, and perhaps one word.
    if (parser.stack.length > deepest + 1 && CST.isCollection(parser.stack.at(-1))) {
      throw new BoundlessYaml(`must not be nested more than ${String(deepest)} deep`, parser.offset);
    }
    if (++lexemes > most) {
      const must = `must be shorter: a file of ${String(text.length)} letters may have at most ${String(most)} words and signs`;
      throw new BoundlessYaml(must, parser.offset);
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}
