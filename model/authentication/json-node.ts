/** A JSON value with what JSON.parse forgets: keys that stand twice, and how a number is written. */
export type JsonNode =
  | { readonly kind: "object"; readonly entries: (readonly [key: string, value: JsonNode])[] }
  | { readonly kind: "array"; readonly items: JsonNode[] }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "null" };

type Container = Extract<JsonNode, { kind: "object" | "array" }>;

/** How deep Go's encoding/json reads. */
const deepest = 10_000;

const token = /[ \t\r\n]*(?:("(?:[^"\\]|\\.)*")|([-\d][-+.\deE]*)|(true|false|null)|([{}[\],:]))/y;

/**
 * Reads JSON as Go's encoding/json does.
 *
 * @param depth how deep it may be
 * @throws SyntaxError if it is not JSON, or deeper than Go reads
 */
export function jsonNode(text: string, depth = deepest): JsonNode {
  JSON.parse(text);
  const open: Container[] = [];
  let root: JsonNode = { kind: "null" };
  let key: string | undefined;
  const add = (node: JsonNode) => {
    const inside = open.at(-1);
    if (inside === undefined) root = node;
    else if (inside.kind === "array") inside.items.push(node);
    else if (key !== undefined) {
      inside.entries.push([key, node]);
      key = undefined;
    }
  };
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [, string, number, word, sign] = found;
    if (string !== undefined) {
      const value = (JSON.parse(string) as string).replace(/\p{Surrogate}/gu, "\ufffd");
      if (open.at(-1)?.kind === "object" && key === undefined) key = value;
      else add({ kind: "string", text: value });
    } else if (number !== undefined) add({ kind: "number", text: number });
    else if (word !== undefined) add(word === "null" ? { kind: "null" } : { kind: "bool", value: word === "true" });
    else if (sign === "{" || sign === "[") {
      const node: Container = sign === "{" ? { kind: "object", entries: [] } : { kind: "array", items: [] };
      add(node);
      if (open.push(node) > depth) throw new SyntaxError("exceeded max depth");
    } else if (sign === "}" || sign === "]") open.pop();
  }
  return root;
}
