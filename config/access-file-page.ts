import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { ownIn } from "../model/own";
import { regenerate } from "./generated-parts";
import { accessJsonSchema, type SchemaNode } from "./json-schema";
import { mistakesAt } from "./key-mistakes";
import { keyRows, type Choice, type KeyRow } from "./key-rows";
import { markdownTable } from "./markdown-table";

const docs = join(__dirname, "..", "docs");
export const accessFilePage = join(docs, "access-file.md");

/** Access files whose values are the examples, the first that has the key. */
const examples = [
  join(docs, "..", "access.yaml"),
  ...readdirSync(join(docs, "examples"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(docs, "examples", name)),
].map((file) => parse(readFileSync(file, "utf8")) as unknown);

/** The page with its tables as the schema says: what is between the markers is generated, the rest is written by hand. */
export function regeneratedAccessFilePage(): string {
  return regenerate(readFileSync(accessFilePage, "utf8"), sections);
}

function sections(): string {
  const { properties = {}, required = [] } = JSON.parse(accessJsonSchema()) as SchemaNode;
  return Object.entries(properties)
    .flatMap(([key, node]) => tables(keyRows(key, node as SchemaNode, required.includes(key)), "###"))
    .join("\n\n");
}

/** As many keys below one another have a table of their own: a column is as wide as its longest key. */
const apart = 4;

function tables(rows: readonly KeyRow[], level: string): string[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const isBelow = (row: KeyRow, above: KeyRow) =>
    row.path.length > above.path.length && above.path.every((part, index) => part === row.path[index]);
  const below = (above: KeyRow) => others.filter((row) => isBelow(row, above));
  const split = others.filter((row) => below(row).length >= apart);
  const outermost = split.filter((row) => !split.some((other) => isBelow(row, other)));
  const here = rows.filter((row) => !outermost.some((one) => row === one || isBelow(row, one)));
  const header = ["key", "meaning", "default", "example"];
  return [
    `${level} ${code(inDots(first.path))}\n\n${markdownTable(header, here.map(inCells))}${mistakes(here)}`,
    ...outermost.flatMap((row) => tables([row, ...below(row)], "####")),
  ];
}

/** What `check` refuses at the keys of a table, a line for each. */
function mistakes(rows: readonly KeyRow[]): string {
  const keys = new Set(rows.map(({ path }) => inDots(path)).flatMap((key) => [key, `${key}.*`, `${key}[]`]));
  const lines = [...keys].flatMap((key) => {
    const told = mistakesAt(key);
    return told.length === 0 ? [] : `- ${code(key)} ${told.map(escaped).join("; ")}.`;
  });
  return lines.length === 0 ? "" : `\n\n\`check\` refuses what breaks one of these:\n\n${lines.join("\n")}`;
}

const inDots = (path: readonly string[]) => path.join(".").replaceAll(".[]", "[]");

function inCells({ path, only, node, required }: KeyRow): string[] {
  const [meaning = "", told] = (node.description ?? "").split(/ ?Default: /);
  const nodes = [node.propertyNames, node, node.items] as readonly (SchemaNode | undefined)[];
  const names = nodes.flatMap((one) => one?.enum ?? []);
  const allTold = names.every((name) => meaning.includes(String(name)));
  const values = allTold ? "" : ` One of ${names.map((name) => code(String(name))).join(", ")}.`;
  return [
    `${code(inDots(path))}${only === undefined ? "" : inWords(only)}`,
    `${names.reduce<string>((text, name) => inOwnLine(text, String(name)), escaped(meaning))}${values}`,
    required ? "required" : byDefault(node, told),
    exampleOf({ path, only, node }),
  ];
}

/** `v2: …` begins a line. */
const inOwnLine = (text: string, value: string) =>
  text
    .replace(new RegExp(`(^|\\. )${value}: `), (_, before: string) => `${before.trim()}<br>${code(value)}: `)
    .replace(/^<br>/, "");

const inWords = ({ by, value }: Choice) =>
  value === false ? `, unless ${code(`${by}: true`)}` : `, with ${code(`${by}: ${String(value)}`)}`;

function byDefault({ default: value }: SchemaNode, told: string | undefined): string {
  if (told !== undefined) return escaped(told.replace(/\.$/, ""));
  return value === undefined || typeof value === "object" ? "none" : code(inYaml(value));
}

/** One line of YAML, of what is not the default if there is such; nothing for a map whose keys have rows of their own. */
function exampleOf({ path, only, node }: Omit<KeyRow, "required">): string {
  const key = path.at(-1) ?? "";
  const found = examples
    .flatMap((example) => valuesAt(example, path.slice(0, -1)))
    .filter((map) => only === undefined || ownIn(map, only.by) === only.value || only.value === false)
    .flatMap((map) => valuesAt(map, [key]))
    .filter((value) => !hasMaps(value));
  const value = found.find((one) => one !== node.default) ?? chosen(node) ?? found[0];
  return value === undefined ? "" : code(`${key}: ${inYaml(value)}`);
}

/** What is not the default, where there are few values. */
function chosen({ type, default: byDefault, enum: values }: SchemaNode): unknown {
  if (type === "boolean") return byDefault !== true;
  return values?.find((value) => value !== byDefault);
}

function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [part, ...rest] = path;
  if (part === undefined) return value === undefined || value === null ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  if (part === "*" || part === "[]") return Object.values(value).flatMap((one) => valuesAt(one, rest));
  return valuesAt(ownIn(value, part), rest);
}

const hasMaps = (value: unknown) =>
  Array.isArray(value) ? value.some((one) => typeof one === "object") : typeof value === "object";

const inYaml = (value: unknown) => stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
const escaped = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
const code = (text: string) => `\`${text.replaceAll("|", "\\|")}\``;

if (require.main === module) writeFileSync(accessFilePage, regeneratedAccessFilePage());
