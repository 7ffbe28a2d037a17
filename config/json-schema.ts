import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { onceFor } from "../model/once-for";
import { own, ownIn as valueAt } from "../model/own";
import type { Path } from "./mistake";
import { AccessSchema } from "./schema/access";
import { IncludedSchema } from "./schema/include/included";

export const jsonSchemaFile = join(__dirname, "..", "access.schema.json");
export const includedJsonSchemaFile = join(__dirname, "..", "access.include.schema.json");

/** A node of a JSON Schema. */
export type SchemaNode = z.core.JSONSchema.BaseSchema;

const made = new Map<z.ZodType, SchemaNode>();

function jsonSchema(schema: z.ZodType): SchemaNode {
  const known = made.get(schema) ?? z.toJSONSchema(schema, { io: "input", target: "draft-7", reused: "inline" });
  made.set(schema, known);
  return known;
}

/** What may stand at the top of an access file. */
export const rootSchemas = (): readonly SchemaNode[] => [jsonSchema(AccessSchema)];

/** What may stand at the top of a file that it includes. */
export const includedSchemas = (): readonly SchemaNode[] => [jsonSchema(IncludedSchema)];

/** The editor's JSON Schema (draft 7, which the YAML language server reads), as it is committed. */
export const accessJsonSchema = () => forEditors("access.yaml", AccessSchema);

/** The same for included files. */
export const includedJsonSchema = () => forEditors("file included by access.yaml", IncludedSchema);

function forEditors(title: string, of: z.ZodType): string {
  const schema = { title, ...jsonSchema(of), patternProperties: { "^x-": anchors } };
  return `${JSON.stringify(emptyAllowed(schema), null, 2)}\n`;
}

const anchors = { description: "Nothing that is read: a place for YAML anchors, which other entries copy by alias." };

/** Lets every map and list that may be empty be written without a value, as the program does. */
function emptyAllowed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(emptyAllowed);
  if (typeof node !== "object" || node === null) return node;
  // No format of JSON Schema: a validator would refuse the whole schema.
  const known = Object.entries(node).filter(([key, inner]) => key !== "format" || inner !== "cidrv4");
  const entries = known.map(([key, inner]: [string, unknown]) => {
    const children = key === "properties" && typeof inner === "object" && inner !== null;
    if (children)
      return [key, Object.fromEntries(Object.entries(inner).map(([k, v]) => [k, orNothing(emptyAllowed(v))]))];
    return [key, key === "additionalProperties" ? orNothing(emptyAllowed(inner)) : emptyAllowed(inner)];
  });
  return Object.fromEntries(entries) as unknown;
}

function orNothing(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  const { type, anyOf, oneOf, allOf, required = [], minItems = 0 } = node as SchemaNode;
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) {
    const empty =
      choices.every((one) => one.type === "object") && choices.some((one) => (one.required ?? []).length === 0);
    return empty ? { ...node, [anyOf === undefined ? "oneOf" : "anyOf"]: [...choices, { type: "null" }] } : node;
  }
  const isEmpty =
    (type === "object" && required.length === 0 && allOf === undefined) || (type === "array" && minItems === 0);
  return isEmpty ? { ...node, type: [type, "null"] } : node;
}

/**
 * The keys that a map at this path of an access file may have.
 *
 * @param access the access file as it was read: where there is a choice, its values tell which was meant
 */
export function keysAt(path: Path, access: unknown): string[] {
  return keysOf(meantAt(path, access, meantBy));
}

/** Keys that another choice at this path would have: each with the key and value that make the choice. */
export function keysElsewhere(path: Path, access: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { properties = {} } of meantAt(path, access, (_, schemas) => choices(schemas))) {
    const [by, node] = Object.entries(properties).find(([, one]) => (one as SchemaNode).const !== undefined) ?? [];
    if (by === undefined) continue;
    const choice = `${by}: ${String((node as SchemaNode).const)}`;
    for (const key of Object.keys(properties)) if (!found.has(key)) found.set(key, choice);
  }
  return found;
}

/**
 * Keys that maps right below this path may have: each with the keys of these maps, of those alone that the file has if there is one.
 * None at the top, where a name or a region may belong to much that is deeper.
 */
export function keysBelow(path: Path, access: unknown): ReadonlyMap<string, readonly string[]> {
  if (path.length === 0) return new Map();
  const schemas = meantAt(path, access, meantBy);
  const found = new Map<string, string[]>();
  for (const map of keysOf(schemas))
    for (const key of keysOf(choices(inside(schemas, map)))) found.set(key, [...(found.get(key) ?? []), map]);
  const given = path.reduce<unknown>(valueAt, access);
  return new Map(
    [...found].map(([key, maps]) => {
      const there = maps.filter((map) => valueAt(given, map) !== undefined);
      return [key, there.length > 0 ? there : maps] as const;
    }),
  );
}

/** The keys that any of these schemas has. */
export const keysOf = (schemas: readonly SchemaNode[]) => [
  ...new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties))),
];

function meantAt(path: Path, access: unknown, last: typeof meantBy): readonly SchemaNode[] {
  let [schemas, value]: [readonly SchemaNode[], unknown] = [rootSchemas(), access];
  for (const part of path) {
    schemas = inside(meantBy(value, schemas), part);
    value = valueAt(value, part);
  }
  return last(value, schemas);
}

/** What may stand below a key or at a position. */
export function inside(schemas: readonly SchemaNode[], part: string | number): SchemaNode[] {
  const found: SchemaNode[] = [];
  for (const { items, properties, additionalProperties } of schemas) {
    const node: unknown = typeof part === "number" ? items : (own(properties, part) ?? additionalProperties);
    if (typeof node === "object") found.push(node as SchemaNode);
  }
  return found;
}

/** Every alternative of these schemas, without those that another value of a fixed key rules out. */
export function meantBy(value: unknown, schemas: readonly SchemaNode[]): readonly SchemaNode[] {
  const [only] = schemas;
  const isOne = schemas.length === 1 && only !== undefined && only.anyOf === undefined && only.oneOf === undefined;
  // Nearly every map of a file.
  if (isOne && fixedIn(only).length === 0) return schemas;
  return choices(schemas).filter((schema) =>
    fixedIn(schema).every(([key, fixed, byDefault]) => fixed === (valueAt(value, key) ?? byDefault)),
  );
}

type Fixed = readonly (readonly [key: string, value: unknown, byDefault: unknown])[];

/** Keys that have one value; asked for again with every map of a file. */
const fixedIn = onceFor((schema: SchemaNode): Fixed =>
  Object.entries(schema.properties ?? {}).flatMap(([key, node]) => {
    const { const: fixed, default: byDefault } = node as SchemaNode;
    return fixed === undefined ? [] : [[key, fixed, byDefault] as const];
  }),
);

/** Every alternative of these schemas. */
export const choices = (schemas: readonly SchemaNode[]) =>
  schemas.flatMap((schema) => (schema.anyOf ?? schema.oneOf ?? [schema]) as readonly SchemaNode[]);

if (require.main === module) {
  writeFileSync(jsonSchemaFile, accessJsonSchema());
  writeFileSync(includedJsonSchemaFile, includedJsonSchema());
}
