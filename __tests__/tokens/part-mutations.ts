import type { Draft } from "./draft";
import type { Mutation } from "./mutation";

const partNames = ["header", "payload", "signature"];
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The same bytes to a lenient reader: a bit is set that no byte has. */
function withStrayBit(part: string): string {
  const last = alphabet.indexOf(part.at(-1) ?? "A");
  return part.length % 4 === 0 ? part : part.slice(0, -1) + (alphabet[last | 1] ?? "A");
}

const padded = (part: string) => part + "=".repeat((4 - (part.length % 4)) % 4);

/** What may happen to the text of one part. */
const onePart: Readonly<Record<string, (part: string) => string>> = {
  empty: () => "",
  "with stray bits": withStrayBit,
  "with padding": padded,
  "with one =": (part) => `${part}=`,
  "with + and /": (part) => part.replaceAll("-", "+").replaceAll("_", "/"),
  "with one character more": (part) => `${part}A`,
  "with two characters more": (part) => `${part}AA`,
  "with four characters more": (part) => `${part}AAAA`,
  "with one character less": (part) => part.slice(0, -1),
  "with two characters less": (part) => part.slice(0, -2),
  "with !": (part) => `${part.slice(0, 4)}!${part.slice(5)}`,
  "with ! at the end": (part) => `${part}!`,
  "with %": (part) => `%41${part}`,
  "with é": (part) => `${part.slice(0, 4)}é${part.slice(5)}`,
  "with a tab inside": (part) => `${part.slice(0, 4)}\t${part.slice(4)}`,
  "with a tab after": (part) => `${part}\t.`.slice(0, -1),
  "in capitals": (part) => part.toUpperCase(),
  backwards: (part) => Array.from(part).reverse().join(""),
};

const mapPart = (draft: Draft, at: number, change: (part: string) => string): Draft => ({
  ...draft,
  parts: (parts) => draft.parts(parts).map((part, index) => (index === at ? change(part) : part)),
});

/** What may happen to all parts together. */
const allParts: Readonly<Record<string, (parts: readonly string[]) => readonly string[]>> = {
  "1 part": ([header = ""]) => [header],
  "2 parts": ([header = "", payload = ""]) => [header, payload],
  "4 parts": (parts) => [...parts, "AAAA"],
  "4 parts, the last empty": (parts) => [...parts, ""],
  "4 parts, the first empty": (parts) => ["", ...parts],
  "5 parts": (parts) => [...parts, "AAAA", "AAAA"],
  "no part has anything": () => ["", "", ""],
  "a dot": () => ["", ""],
  "parts in another order": ([header = "", payload = "", signature = ""]) => [payload, header, signature],
  "JSON instead of parts": ([header = "", payload = "", signature = ""]) => [
    JSON.stringify({ payload, protected: header, signature }),
  ],
  "a brace before": ([header = "", ...rest]) => [`{${header}`, ...rest],
};

const signatures: Readonly<Record<string, (signature: Buffer) => Buffer>> = {
  "with a bit turned": (signature) => Buffer.from(signature.map((byte, at) => (at === 9 ? byte ^ 1 : byte))),
  "one byte shorter": (signature) => signature.subarray(0, -1),
  "one byte longer": (signature) => Buffer.concat([signature, Buffer.from([0])]),
  "with a zero before": (signature) => Buffer.concat([Buffer.from([0]), signature]),
  "of zeros": (signature) => Buffer.alloc(signature.length),
  "of one byte": () => Buffer.from([1]),
};

/** As long as a remainder needs that base64url leaves bits over. */
const withBitsOver = (text: string) => text + " ".repeat((4 - (Buffer.byteLength(text) % 3)) % 3);
/** Bytes whose base64url has each of - and _ in it. */
const withDashes = (text: string) => text.replace(/\}$/, ',"x":"???>>>???>>>~~~ÿÿÿ?>?>?>"}');

export const partMutations: readonly Mutation[] = [
  ...partNames.flatMap((part, at) =>
    Object.entries(onePart).map(([how, change]): Mutation => ({
      name: `${part} ${how}`,
      apply: (draft) => {
        const fit = how === "with + and /" ? withDashes : withBitsOver;
        const long: Draft = {
          ...draft,
          headerText: (text) => fit(draft.headerText(text)),
          payloadText: (text) => fit(draft.payloadText(text)),
        };
        return mapPart(long, at, change);
      },
    })),
  ),
  ...Object.entries(allParts).map(([name, change]): Mutation => ({
    name,
    apply: (draft) => ({ ...draft, parts: (parts) => change(draft.parts(parts)) }),
  })),
  ...Object.entries(signatures).map(([how, change]): Mutation => ({
    name: `signature ${how}`,
    apply: (draft) => ({ ...draft, signature: (signature) => change(draft.signature(signature)) }),
  })),
];
