import { own } from "../model/own";
import type { SchemaNode } from "./json-schema";

/** A key whose value decides which others there are. */
export interface Choice {
  readonly by: string;
  readonly value: unknown;
}

/** A key of the access file, as a reference tells it. */
export interface KeyRow {
  /** Keys from the top; `*` stands for a key that the file chooses, `[]` for an entry of a list. */
  readonly path: readonly string[];
  /** Which choice has this key, such as `type` and `s3`; `undefined` if every one has it. */
  readonly only: Choice | undefined;
  readonly node: SchemaNode;
  readonly required: boolean;
}

/** Every key below one of the JSON Schema, itself included, in the order of the schema; maps and lists without a key of their own are left out. */
export function keyRows(key: string, node: SchemaNode, required: boolean): KeyRow[] {
  return rowsBelow([key], node, required, undefined);
}

function rowsBelow(path: readonly string[], node: SchemaNode, required: boolean, only: KeyRow["only"]): KeyRow[] {
  return [{ path, only, node, required }, ...insideOf(path, node, only)];
}

function insideOf(path: readonly string[], node: SchemaNode, only: KeyRow["only"]): KeyRow[] {
  const { properties = {}, required = [], additionalProperties, items } = node;
  return [
    ...choicesOf(path, node.anyOf ?? node.oneOf ?? []),
    ...Object.entries(properties).flatMap(([key, inner]) =>
      rowsBelow([...path, key], inner as SchemaNode, required.includes(key), only),
    ),
    ...(typeof additionalProperties === "object" ? insideOf([...path, "*"], additionalProperties, only) : []),
    ...(typeof items === "object" ? insideOf([...path, "[]"], items as SchemaNode, only) : []),
  ];
}

/** The keys of each choice; the one that makes the choice once, with every value. */
function choicesOf(path: readonly string[], choices: readonly SchemaNode[]): KeyRow[] {
  const maps = choices.filter(({ properties }) => properties !== undefined);
  const [by] = Object.entries(maps[0]?.properties ?? {}).find(([, node]) => fixed(node) !== undefined) ?? [];
  if (by === undefined || maps.length === 1) return maps.flatMap((map) => insideOf(path, map, undefined));
  const chosen = maps.map((map) => fixed(own(map.properties ?? {}, by)));
  const rows = maps.flatMap((map, index) => insideOf(path, map, { by, value: chosen[index] }));
  const values = chosen.every((value) => typeof value === "string") ? { enum: chosen } : {};
  return [
    ...rows
      .filter((row) => row.path.at(-1) === by)
      .slice(0, 1)
      .map((row) => ({ ...row, only: undefined, node: { ...row.node, ...values }, required: false })),
    ...rows.filter((row) => row.path.at(-1) !== by),
  ];
}

const fixed = (node: unknown) => (node as { readonly const?: unknown } | undefined)?.const;
