import { own } from "../../model/own";
import { choices, includedSchemas, inside, keysOf, rootSchemas, type SchemaNode } from "../json-schema";
import type { Mistake, Path } from "../mistake";
import { mainOnly } from "../schema/include/main-only";

/** What of an included file counts. */
export interface Permitted {
  /** The file without the keys that it may not have. */
  readonly value: unknown;
  /** One for each of those. */
  readonly mistakes: readonly Mistake[];
}

/** Takes the keys out that only the access file itself may have, and those that no file has. */
export function permitted(value: unknown): Permitted {
  const mistakes: Mistake[] = [];
  const path: (string | number)[] = [];
  const read = (given: unknown, mayHave: readonly SchemaNode[]): unknown => {
    // Where a value belongs, the schema of the access file tells of a map.
    if (typeof given !== "object" || given === null || mayHave.every(isLeaf)) return given;
    const below = (part: string | number, inner: unknown) => {
      path.push(part);
      const found = read(inner, inside(mayHave, part));
      path.pop();
      return found;
    };
    if (Array.isArray(given)) return given.map((item, index) => below(index, item));
    // The schema tells of a map where a list belongs.
    if (mayHave.every(({ properties, additionalProperties }) => (properties ?? additionalProperties) === undefined))
      return given;
    const entries = Object.entries(given) as [string, unknown][];
    return Object.fromEntries(
      entries.flatMap(([key, inner]) => {
        if (inside(mayHave, key).length > 0) return [[key, below(key, inner)] as const];
        mistakes.push(refused([...path, key], mayHave));
        return [];
      }),
    );
  };
  return { value: read(value, includedSchemas()), mistakes };
}

const isLeaf = ({ properties, additionalProperties, items }: SchemaNode) =>
  properties === undefined && typeof additionalProperties !== "object" && items === undefined;

function refused(path: Path, mayHave: readonly SchemaNode[]): Mistake {
  const at = { path, at: "key" } as const;
  if (isKeyOfMain(path)) return { ...at, must: `must stand in the access file itself: ${reasonOf(path)}` };
  const known = keysOf(mayHave).map((key) => `"${key}"`);
  return { ...at, must: `must be a key of an included file: ${known.join(", ")}` };
}

const isKeyOfMain = (path: Path) =>
  path.reduce<readonly SchemaNode[]>((nodes, part) => inside(choices(nodes), part), rootSchemas()).length > 0;

/** Nobody has decided about a key that is not in the table. */
export function reasonOf(path: Path): string {
  const [room = "", , key] = path.map(String);
  const reason = own(mainOnly, room) ?? own(mainOnly, `${room}.*.${key ?? ""}`);
  return reason ?? "an included file may only have what it is known to be safe with";
}
