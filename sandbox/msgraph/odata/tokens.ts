import { badRequest } from "../graph-error";

export interface Token {
  readonly kind: "open" | "close" | "comma" | "text" | "word" | "number" | "colon";
  readonly value: string;
}

const patterns: readonly (readonly [Token["kind"], RegExp])[] = [
  ["open", /\(/y],
  ["close", /\)/y],
  ["comma", /,/y],
  ["colon", /:/y],
  ["text", /'(?:[^']|'')*'/y],
  ["word", /[A-Za-z_$][\w$.@/]*/y],
  ["number", /-?\d[\w:.+-]*/y],
];

/** The tokens of a `$filter`. Times and GUIDs without quotes are numbers too. */
export function tokensOf(filter: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = skipSpace(filter, 0);
  while (position < filter.length) {
    const token = tokenAt(filter, position);
    if (token === undefined) {
      throw badRequest(`Invalid filter clause: Syntax error at position ${position} in '${filter}'.`, "BadRequest");
    }
    tokens.push({ kind: token.kind, value: token.kind === "text" ? unquoted(token.value) : token.value });
    position = skipSpace(filter, position + token.value.length);
  }
  return tokens;
}

function tokenAt(filter: string, position: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const value = pattern.exec(filter)?.[0];
    if (value !== undefined) return { kind, value };
  }
  return undefined;
}

function skipSpace(filter: string, position: number): number {
  return position + (/^\s*/.exec(filter.slice(position))?.[0].length ?? 0);
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll("''", "'");
}
