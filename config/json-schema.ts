import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { own } from "../model/own";
import type { Path } from "./mistake";
import { AccessSchema } from "./schema/access";

export const jsonSchemaFile = join(__dirname, "..", "access.schema.json");

let made: z.core.JSONSchema.BaseSchema | undefined;
const jsonSchema = () => (made ??= z.toJSONSchema(AccessSchema, { io: "input", target: "draft-7", reused: "inline" }));

/** The editor's JSON Schema (draft 7, which the YAML language server reads), as it is committed. */
export function accessJsonSchema(): string {
  return `${JSON.stringify({ title: "access.yaml", ...jsonSchema() }, null, 2)}\n`;
}

type Node = z.core.JSONSchema.BaseSchema;

/**
 * The keys that a map at this path of an access file may have.
 *
 * @param access the access file as it was read: where there is a choice, its values tell which was meant
 */
export function keysAt(path: Path, access: unknown): string[] {
  let choice: { readonly schemas: readonly Node[]; readonly value: unknown } = {
    schemas: [jsonSchema()],
    value: access,
  };
  for (const part of path) {
    const meant = meantBy(choice.value, choice.schemas);
    choice = { schemas: meant.flatMap((schema) => inside(schema, part)), value: valueAt(choice.value, part) };
  }
  return [...new Set(meantBy(choice.value, choice.schemas).flatMap(({ properties = {} }) => Object.keys(properties)))];
}

function inside({ items, properties, additionalProperties }: Node, part: string | number): Node[] {
  const found: unknown = typeof part === "number" ? items : (own(properties, part) ?? additionalProperties);
  return typeof found === "object" ? [found as Node] : [];
}

/** Every alternative of these schemas, without those that another value of a fixed key rules out. */
function meantBy(value: unknown, schemas: readonly Node[]): Node[] {
  return schemas
    .flatMap((schema) => (schema.anyOf ?? schema.oneOf ?? [schema]) as readonly Node[])
    .filter(({ properties = {} }) =>
      Object.entries(properties).every(([key, property]) => {
        const { const: fixed, default: byDefault } = property as Node;
        return fixed === undefined || fixed === (valueAt(value, key) ?? byDefault);
      }),
    );
}

const valueAt = (value: unknown, part: string | number): unknown =>
  typeof value === "object" && value !== null ? own(value as Record<string, unknown>, String(part)) : undefined;

if (require.main === module) writeFileSync(jsonSchemaFile, accessJsonSchema());
