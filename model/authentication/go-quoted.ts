import { own } from "../own";

const short: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  '"': '\\"',
  "\\": "\\\\",
};

/** A text in quotes as Go's `%q` writes it: what cannot be printed is escaped. */
export const goQuoted = (text: string): string =>
  `"${text.replace(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, (character) => escaped(character))}"`;

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const [letter, length] = code < 0x80 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
  return own(short, character) ?? `\\${letter}${code.toString(16).padStart(length, "0")}`;
}
