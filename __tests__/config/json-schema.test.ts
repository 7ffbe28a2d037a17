import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { accessJsonSchema, includedJsonSchema, includedJsonSchemaFile, jsonSchemaFile } from "../../config/json-schema";

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
  expect(readFileSync(includedJsonSchemaFile, "utf8")).toBe(includedJsonSchema());
});

test("the editor takes the included files of the example, and refuses there what only the access file may have", () => {
  const isIncluded = new Ajv().compile(JSON.parse(includedJsonSchema()) as object);
  const folder = join(__dirname, "..", "..", "docs", "examples", "teams", "teams");
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  expect(files.length).toBeGreaterThan(0);
  for (const text of files) expect(isIncluded(parse(text))).toBe(true);
  for (const text of [
    "{ allow: [exec] }",
    "{ groups: { a: { existing: true } } }",
    "{ clusters: { a: { state: absent } } }",
  ])
    expect(isIncluded(parse(text))).toBe(false);
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
  expect([...keysOf(schema), ...keysOf(JSON.parse(includedJsonSchema()) as Schema)]).toEqual([]);
});

test("the editor refuses unknown keys too", () => {
  expect(schema.additionalProperties).toBe(false);
});
