import { badRequest, type GraphError } from "../graph-error";
import { type Token, tokensOf } from "./tokens";

/** Reads the tokens of a `$filter` one after the other; throws where something else has to stand. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(private readonly filter: string) {
    this.tokens = tokensOf(filter);
  }

  literal(): unknown {
    const { kind, value } = this.take();
    if (kind === "text") return value;
    if (kind === "number") return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    if (kind !== "word") throw this.syntaxError();
    const lower = value.toLowerCase();
    if (lower === "null") return null;
    return lower === "true" || lower === "false" ? lower === "true" : value;
  }

  inParentheses<T>(read: () => T): T {
    this.take("open");
    const result = read();
    this.take("close");
    return result;
  }

  skipWord(word: string): boolean {
    const token = this.peek();
    const found = token?.kind === "word" && token.value.toLowerCase() === word;
    if (found) this.position += 1;
    return found;
  }

  peek(): Token | undefined {
    return this.tokens[this.position];
  }

  take(kind?: Token["kind"]): Token {
    const token = this.peek();
    if (token === undefined || (kind !== undefined && token.kind !== kind)) throw this.syntaxError();
    this.position += 1;
    return token;
  }

  /** Nothing may follow. */
  end(): void {
    if (this.position !== this.tokens.length) throw this.syntaxError();
  }

  syntaxError(): GraphError {
    return badRequest(`Invalid filter clause: Syntax error in '${this.filter}'.`, "BadRequest");
  }
}
