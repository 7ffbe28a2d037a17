import { isAlias, isCollection, isPair, isScalar } from "yaml";

/** Something stands in a text in another way than kubectl writes it. */
export class Unusual extends Error {
  override readonly name = "Unusual";
}

/** Where a node begins and where its value ends. */
export function rangeOf(node: unknown): readonly [from: number, to: number] {
  if ((isScalar(node) || isCollection(node) || isAlias(node)) && node.range) return [node.range[0], node.range[1]];
  throw new Unusual("a node without a place");
}

/** Where the last value in a node ends; comments behind it are not its own. */
export function contentEnd(node: unknown): number {
  if (isPair(node)) return Math.max(contentEnd(node.key), node.value === null ? 0 : contentEnd(node.value));
  if (isCollection(node) && node.flow !== true && node.items.length > 0) {
    return Math.max(...node.items.map(contentEnd));
  }
  return rangeOf(node)[1];
}

/** Where the line after a place begins. A block of text ends there already. */
export function lineAfter(text: string, place: number): number {
  if (place > 0 && text[place - 1] === "\n") return place;
  const end = text.indexOf("\n", place);
  return end === -1 ? text.length : end + 1;
}

/** What stands on a line before a place, which must be spaces. */
export function indentAt(text: string, place: number): string {
  const before = text.slice(text.lastIndexOf("\n", place - 1) + 1, place);
  if (/[^ ]/.test(before)) throw new Unusual("something before it on its line");
  return before;
}

/** How many letters stand on a line before a place. */
export const columnOf = (text: string, place: number) => place - text.lastIndexOf("\n", place - 1) - 1;

/** How the lines of a text end. */
export const lineEnd = (text: string) => (text.includes("\r\n") ? "\r\n" : "\n");
