import { Expression } from "./expression";
import { escaped, withoutTemplates } from "./text-in-expression";

/** Text, code, or both in turn. */
export type Part = string | Expression | readonly Part[];

/** A string of Terraform's JSON: what is written out is text, and so is a string that is put in; only an expression is evaluated. */
export function template(text: TemplateStringsArray, ...parts: readonly Part[]): string {
  const pieces = piecesOf(text, parts);
  return isMisread(pieces) ? inQuotes(pieces).template : composed(pieces, withoutTemplates);
}

/** The same inside an expression, with its quotes. */
export function quoted(text: TemplateStringsArray, ...parts: readonly Part[]): Expression {
  return inQuotes(piecesOf(text, parts));
}

type Piece = string | Expression;

const inQuotes = (pieces: readonly Piece[]) => new Expression(`"${composed(pieces, escaped)}"`);

/** Seen in Terraform 1.11: in JSON it drops a byte order mark in front, and evaluates nothing where a carriage return is. */
const isMisread = ([first, ...rest]: readonly Piece[]) =>
  [first, ...rest].some((piece) => typeof piece === "string" && piece.includes("\r")) ||
  (typeof first === "string" && first.startsWith("\ufeff"));

function composed(pieces: readonly Piece[], escape: (text: string) => string): string {
  return pieces
    .map((piece, index) => {
      if (piece instanceof Expression) return piece.template;
      return index === pieces.length - 1 ? escape(piece) : beforeExpression(piece, escape);
    })
    .join("");
}

/** A `$` that ends a text would escape what begins an expression: it becomes one itself. */
function beforeExpression(text: string, escape: (text: string) => string): string {
  const [dollars = ""] = /\$*$/.exec(text) ?? [];
  const rest = text.slice(0, text.length - dollars.length);
  return `${escape(rest)}${dollars === "" ? "" : `\${"${dollars}"}`}`;
}

/** Texts and expressions in turn: two texts that follow each other are one, since what begins a template may stand half in each. */
const piecesOf = (text: TemplateStringsArray, parts: readonly Part[]) =>
  merged(text.flatMap((piece, index) => [piece, ...flat(parts[index] ?? "")])).filter((piece) => piece !== "");

const flat = (part: Part): readonly Piece[] =>
  typeof part === "string" || part instanceof Expression ? [part] : part.flatMap(flat);

function merged(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === "string" && typeof last === "string") result.splice(-1, 1, last + piece);
    else result.push(piece);
  }
  return result;
}
