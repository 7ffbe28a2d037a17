import { readFileSync } from "node:fs";
import { accessJsonSchema, jsonSchemaFile } from "../../config/json-schema";

interface Schema {
  readonly description?: string;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const schema = JSON.parse(accessJsonSchema()) as Schema;

test("the committed JSON Schema is the one that the schema generates (npm run schema)", () => {
  expect(readFileSync(jsonSchemaFile, "utf8")).toBe(accessJsonSchema());
});

function* keysOf(
  { properties = {}, required = [], additionalProperties, items, anyOf = [], oneOf = [] }: Schema,
  path = "",
): Generator<string> {
  for (const [key, value] of Object.entries(properties)) {
    const here = `${path}${key}`;
    if (value.description === undefined) yield `${here} has no description`;
    const told = "default" in value || required.includes(key) || value.description?.includes("Default: ");
    if (told !== true) yield `${here} says no default`;
    yield* keysOf(value, `${here}.`);
  }
  if (typeof additionalProperties === "object") yield* keysOf(additionalProperties, `${path}*.`);
  if (items !== undefined) yield* keysOf(items, `${path}[].`);
  for (const choice of [...anyOf, ...oneOf]) yield* keysOf(choice, path);
}

test("every key of the JSON Schema has a description, and a default or is required", () => {
  expect([...keysOf(schema)]).toEqual([]);
});

test("the editor refuses unknown keys too", () => {
  expect(schema.additionalProperties).toBe(false);
});
