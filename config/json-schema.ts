import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Path } from "./mistake";
import { AccessSchema } from "./schema/access";

export const jsonSchemaFile = join(__dirname, "..", "access.schema.json");

let made: z.core.JSONSchema.BaseSchema | undefined;
const jsonSchema = () => (made ??= z.toJSONSchema(AccessSchema, { io: "input", target: "draft-7", reused: "inline" }));

/** The editor's JSON Schema (draft 7, which the YAML language server reads), as it is committed. */
export function accessJsonSchema(): string {
  return `${JSON.stringify({ title: "access.yaml", ...jsonSchema() }, null, 2)}\n`;
}

/** The keys that a map at this path of an access file may have. */
export function keysAt(path: Path): string[] {
  let schema: z.core.JSONSchema.BaseSchema | undefined = jsonSchema();
  for (const part of path) {
    const next: unknown =
      typeof part === "number" ? schema?.items : (schema?.properties?.[part] ?? schema?.additionalProperties);
    schema = next as z.core.JSONSchema.BaseSchema | undefined;
  }
  return Object.keys(schema?.properties ?? {});
}

if (require.main === module) writeFileSync(jsonSchemaFile, accessJsonSchema());
