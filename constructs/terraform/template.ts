import { literal } from "../literal";
import { Expression } from "./expression";
import { escaped } from "./text-in-expression";

/** Text, code, or both in turn. */
export type Part = string | Expression | readonly Part[];

/** A string of Terraform's JSON: what is written out is text, and so is a string that is put in; only an expression is evaluated. */
export function template(text: TemplateStringsArray, ...parts: readonly Part[]): string {
  return composed(text, parts, literal);
}

/** The same inside an expression, with its quotes. */
export function quoted(text: TemplateStringsArray, ...parts: readonly Part[]): Expression {
  return new Expression(`"${composed(text, parts, escaped)}"`);
}

function composed(text: TemplateStringsArray, parts: readonly Part[], escape: (text: string) => string): string {
  const pieces = merged(text.flatMap((piece, index) => [piece, ...flat(parts[index] ?? "")]));
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

const flat = (part: Part): readonly (string | Expression)[] =>
  typeof part === "string" || part instanceof Expression ? [part] : part.flatMap(flat);

/** Texts that follow each other as one: what begins a template may stand half in each. */
function merged(pieces: readonly (string | Expression)[]): (string | Expression)[] {
  const result: (string | Expression)[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === "string" && typeof last === "string") result.splice(-1, 1, last + piece);
    else result.push(piece);
  }
  return result;
}
