import { choices, inside, keysOf, type SchemaNode } from "./json-schema";
import type { Mistake, Path } from "./mistake";

/** Whether a map has keys of the operator's own: nothing else. */
const isOpen = ({ additionalProperties, properties = {} }: SchemaNode) =>
  typeof additionalProperties === "object" && Object.keys(properties).length === 0;

const isMap = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

const typeOf = (value: unknown) => (Array.isArray(value) ? "array" : typeof value);

/** Keys of an entry that stand beside the entries, such as `grants` among the clusters: they are indented too little. */
export function keysBesideEntries(given: object, meant: readonly SchemaNode[], path: Path): Mistake[] {
  if (path.length === 0 || !meant.every(isOpen)) return [];
  // A wrong value of an entry that is called as one of these keys is of another type, mostly.
  const inEntries = (key: string, type: string) => {
    const entries = choices(inside(meant, key));
    const isOfType = inside(entries, key).some((node) => keysOf(entries).includes(key) && node.type === type);
    return isOfType && entries.every((entry) => entry.type === "object");
  };
  return Object.entries(given).flatMap(([key, value]) =>
    value === null || isMap(value) || !inEntries(key, typeOf(value)) ? [] : [indentFurther([...path, key], path)],
  );
}

/** Entries that stand at the top, behind the key that they belong to and that has no value: each with that key. */
export function entriesBesideKey(given: object, meant: readonly SchemaNode[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const known = new Set(keysOf(meant));
  let empty: string | undefined;
  for (const [key, value] of Object.entries(given) as [string, unknown][]) {
    if (known.has(key)) empty = value === null && inside(meant, key).every(isOpen) ? key : undefined;
    else if (empty !== undefined && isMap(value) && !key.startsWith("x-")) found.set(key, empty);
  }
  return found;
}

/** What is said of a key that belongs into a map, or into an entry of it. */
export function indentFurther(path: Path, into: Path): Mistake {
  const map = `"${String(into.at(-1))}"`;
  const must = path.length > into.length ? `must be inside an entry of ${map}` : `must be inside ${map}`;
  return { path, at: "key", must, hint: "indent it further" };
}
