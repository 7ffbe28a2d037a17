import { accessJsonSchema } from "../config/json-schema";

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

type Path = readonly (string | number)[];

/** A place of an access file where a text may stand. */
export interface Place {
  /** As the schema has it, with `*` for any key and any position: `clusters.*.eks.name`. */
  readonly name: string;
  readonly path: Path;
  /** Whether the key is meant that ends the path, not its value. */
  readonly isKey: boolean;
}

const schema = JSON.parse(accessJsonSchema()) as Schema;

const isText = ({ type = [] }: Schema) => [type].flat().includes("string");

/** Whether this alternative of a choice can stand where the value stands: it knows each of the value's keys. */
const isMeant = ({ properties }: Schema, value: unknown) =>
  properties === undefined ||
  (typeof value === "object" && value !== null && Object.keys(value).every((key) => Object.hasOwn(properties, key)));

/** The fixed value by which this alternative is known, such as ` (s3)`. */
function kindOf({ properties = {} }: Schema): string {
  const kind = Object.values(properties).find((property) => property.const !== undefined);
  return kind === undefined ? "" : ` (${String(kind.const)})`;
}

/** Every text of the schema, with its place in this file; without a place where the file has nothing around it. */
export function placesIn(file: unknown): { readonly found: readonly Place[]; readonly names: ReadonlySet<string> } {
  const found: Place[] = [];
  const names = new Set<string>();
  const visit = (node: Schema, value: unknown, path: Path | undefined, name: string): void => {
    for (const one of node.anyOf ?? node.oneOf ?? []) {
      visit(one, value, isMeant(one, value) ? path : undefined, `${name}${kindOf(one)}`);
    }
    if (isText(node) && node.enum === undefined && node.const === undefined) {
      names.add(name);
      if (path !== undefined) found.push({ name, path, isKey: false });
    }
    const map =
      typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
    const within = (key: string) => (map === undefined ? undefined : path && [...path, key]);
    for (const [key, inside] of Object.entries(node.properties ?? {})) {
      visit(inside, Object.fromEntries(map ?? [])[key], within(key), name === "" ? key : `${name}.${key}`);
    }
    const { additionalProperties: entry, items } = node;
    if (typeof entry === "object") {
      names.add(`${name} (key)`);
      if (path !== undefined)
        found.push({ name: `${name} (key)`, path: [...path, map?.[0]?.[0] ?? "new"], isKey: true });
      for (const [key, inside] of map ?? [["new", undefined] as const]) {
        visit(entry, inside, path && ((map ?? isText(entry)) ? [...path, key] : undefined), `${name}.*`);
      }
    }
    if (items !== undefined) {
      const list: readonly unknown[] = Array.isArray(value) ? value : [undefined];
      const hasText = [items, ...(items.anyOf ?? [])].some(isText);
      for (const [index, inside] of list.entries()) {
        visit(items, inside, path && (inside !== undefined || hasText) ? [...path, index] : undefined, `${name}.*`);
      }
    }
  };
  visit(schema, file, [], "");
  return { found, names };
}

/** The places of each file, without those that an earlier one has. */
export function newPlaces(files: readonly unknown[]): readonly (readonly Place[])[] {
  const earlier = new Set<string>();
  return files.map((file) => {
    const { found } = placesIn(file);
    const added = found.filter(({ name }) => !earlier.has(name));
    for (const { name } of found) earlier.add(name);
    return added;
  });
}

/** The file with another text at a place. */
export function withText(file: unknown, { path, isKey }: Place, text: string): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return text;
  if (typeof part === "number") {
    const list: unknown[] = Array.isArray(file) ? [...(file as readonly unknown[])] : [];
    list[part] = withText(list[part], { name: "", path: rest, isKey }, text);
    return list;
  }
  const entries = Object.entries((file ?? {}) as Record<string, unknown>);
  const renames = isKey && rest.length === 0;
  const key = renames ? text : part;
  const old = entries.find(([name]) => name === part)?.[1];
  const value = renames ? (old ?? "x") : withText(old, { name: "", path: rest, isKey }, text);
  const others = entries.filter(([name]) => name !== part || renames);
  const at = entries.findIndex(([name]) => name === part);
  return Object.fromEntries(
    at < 0 || renames ? [...others, [key, value]] : [...others.slice(0, at), [key, value], ...others.slice(at)],
  );
}
