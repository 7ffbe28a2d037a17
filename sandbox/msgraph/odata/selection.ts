import type { Collection } from "../directory-view";
import { badRequest, type GraphError } from "../graph-error";
import { tables } from "../tables/tables";

export interface Expansion {
  readonly name: string;
  /** `undefined`: what is shown by default. */
  readonly select: readonly string[] | undefined;
}

/** Which properties of an object are asked for. */
export interface Selection {
  /** `undefined`: what is shown by default. */
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
}

/** Refuses query options that are not among these. */
export function allowOptions(query: URLSearchParams, allowed: readonly string[]): void {
  const unknown = [...query.keys()].find((name) => !allowed.includes(name));
  if (unknown !== undefined) {
    throw badRequest(`Query option '${unknown}' was specified but is not supported.`, "BadRequest");
  }
}

/** Reads `$select` and `$expand`. Without a collection objects are of several types, and any name may be selected. */
export function readSelection(query: URLSearchParams, collection: Collection | undefined): Selection {
  const select = listed(query.get("$select"));
  const table = collection === undefined ? undefined : tables[collection];
  for (const name of select ?? []) {
    if (table === undefined || name.startsWith("extension_")) continue; // unknown extensions are ignored [guess]
    if (!table.properties.has(name) && !table.navigation.has(name)) throw unknownName(name, table.type);
  }
  const expand = splitAtCommas(query.get("$expand") ?? "").map(readExpansion);
  for (const { name } of expand) {
    if (!table?.navigation.has(name)) throw unknownName(name, table?.type ?? "directoryObject");
  }
  return { select, expand };
}

function readExpansion(text: string): Expansion {
  const [, name, select] = /^(\w+)(?:\(\$select=([^)]*)\))?$/.exec(text) ?? [];
  if (name === undefined) throw badRequest(`Parsing OData Select and Expand failed: '${text}'.`, "BadRequest");
  return { name, select: listed(select ?? null) };
}

function listed(text: string | null): readonly string[] | undefined {
  const found = (text ?? "").split(",").map((name) => name.trim());
  return text === null || text === "" ? undefined : found.filter((name) => name !== "");
}

/** Commas within parentheses belong to an expansion. */
function splitAtCommas(text: string): readonly string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function unknownName(name: string, type: string): GraphError {
  return badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
    "BadRequest",
  );
}
