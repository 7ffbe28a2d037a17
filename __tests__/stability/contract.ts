import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessJsonSchema } from "../../config/json-schema";
import { synth } from "../synth";
import { byAddress } from "./addresses";

/** What a release promises to keep: docs/versions.md */
export interface Contract {
  /** Keys of the access file, with `*` for any name and `[]` for any entry of a list. */
  readonly keys: readonly string[];
  /** Addresses of resources, and outputs, of each stack of the example that has everything: `people azuread_group.developers`. */
  readonly addresses: readonly string[];
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const everything = join(__dirname, "..", "..", "docs", "examples", "everything.yaml");

/** What this program, as it is now, would promise. */
export function contract(): Contract {
  const keys = new Set(keysOf(JSON.parse(accessJsonSchema()) as Schema, ""));
  const addresses = [...byAddress(synth(readFileSync(everything, "utf8"))).keys()].filter(
    (path) => !/^\S+ (data|locals|ephemeral|provider|terraform|check|import)\./.test(path),
  );
  return { keys: [...keys].sort(), addresses: addresses.sort() };
}

function* keysOf(schema: Schema, path: string): Generator<string> {
  if (path !== "") yield path;
  const below = (name: string) => (path === "" ? name : `${path}.${name}`);
  for (const [name, property] of Object.entries(schema.properties ?? {})) yield* keysOf(property, below(name));
  if (typeof schema.additionalProperties === "object") yield* keysOf(schema.additionalProperties, below("*"));
  if (schema.items !== undefined) yield* keysOf(schema.items, `${path}[]`);
  for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    yield* keysOf(one, path);
}
