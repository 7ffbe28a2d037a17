import { rawByte } from "./json-text";
import type { Mutation } from "./mutation";

type Change = (text: string) => string;
const beforeEnd =
  (more: string): Change =>
  (text) =>
    `${text.slice(0, -1)}${more}}`;
const value = (json: string) => beforeEnd(`,"x":${json}`);
const nested = (depth: number) => value("[".repeat(depth) + "]".repeat(depth));

/** JSON that is written oddly, or is none. */
const changes: Readonly<Record<string, Change>> = {
  "a BOM": (text) => `\ufeff${text}`,
  "a trailing x": (text) => `${text}x`,
  "a trailing NUL": (text) => `${text}\0`,
  "a trailing comma": beforeEnd(","),
  "a second object": (text) => `${text}{}`,
  "a missing brace": (text) => text.slice(0, -1),
  "one brace more": (text) => `${text}}`,
  "a comment": (text) => `${text}//x`,
  "a comment inside": (text) => text.replace("{", "{/**/"),
  "JSON white space around": (text) => ` \t\r\n${text}\n\r\t `,
  "JSON white space inside": (text) => text.replaceAll(",", " ,\n").replaceAll(":", ":"),
  "a form feed": (text) => `\f${text}`,
  "a vertical tab": (text) => `${text}\v`,
  "a no-break space": (text) => `\u00a0${text}`,
  "an array": (text) => `[${text}]`,
  "the empty array": () => "[]",
  null: () => "null",
  "a text": () => '"x"',
  "a number": () => "5",
  true: () => "true",
  "the empty object": () => "{}",
  nothing: () => "",
  "one space": () => " ",
  "no quotes": (text) => text.replaceAll('"', ""),
  "single quotes": (text) => text.replaceAll('"', "'"),
  "invalid UTF-8 at the end": (text) => `${text}${rawByte(0xff)}`,
  "invalid UTF-8 in a value": value(`"${rawByte(0xff)}"`),
  "invalid UTF-8 in a name": beforeEnd(`,"${rawByte(0xff)}":1`),
  "UTF-16": (text) => Array.from(text).join("\0"),
  "a control character in a text": value('"a\u0001b"'),
  "a line break in a text": value('"a\nb"'),
  "DEL in a text": value('"a\u007fb"'),
  "a bad escape": value('"\\x41"'),
  "a short escape": value('"\\u12"'),
  "an escape in capitals": value('"\\U0041"'),
  "an escaped quote": value('"\\\'"'),
  "number 01": value("01"),
  "number +1": value("+1"),
  "number .5": value(".5"),
  "number 1.": value("1."),
  "number 1e": value("1e"),
  "number -": value("-"),
  "number -0": value("-0"),
  "number 1E+2": value("1E+2"),
  "number 0x10": value("0x10"),
  "number NaN": value("NaN"),
  "number Infinity": value("Infinity"),
  "number 1e999": value("1e999"),
  "number 1_0": value("1_0"),
  "word undefined": value("undefined"),
  "word True": value("True"),
  "word nul": value("nul"),
  "an empty name": beforeEnd(',"":1'),
  "a number as name": beforeEnd(",1:1"),
  "no colon": beforeEnd(',"x"'),
  "two commas": beforeEnd(',,"x":1'),
  "500 deep": nested(500),
  "9999 deep": nested(9999),
  "10000 deep": nested(10_000),
  "12000 deep": nested(12_000),
};

export const textMutations: readonly Mutation[] = Object.entries(changes).flatMap(([name, change]): Mutation[] => [
  {
    name: `payload: ${name}`,
    apply: (draft) => ({ ...draft, payloadText: (text) => change(draft.payloadText(text)) }),
  },
  { name: `header: ${name}`, apply: (draft) => ({ ...draft, headerText: (text) => change(draft.headerText(text)) }) },
]);
