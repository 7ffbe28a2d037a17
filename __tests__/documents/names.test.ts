import Ajv from "ajv";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { synthesize } from "../../main";
import { cli } from "../../commands/cli";
import { accessJsonSchema, inside, rootSchemas, type SchemaNode } from "../../config/json-schema";
import { blocksOf, commandsIn, inlineCode, pages, read, root } from "./page";

const codes = pages.flatMap((page) => inlineCode(page).map((code) => ({ page, code })));
const told = (found: readonly { readonly page: string; readonly code: string }[]) =>
  found.map(({ page, code }) => `${page}: ${code}`);

const choices = (schemas: readonly SchemaNode[]): SchemaNode[] =>
  schemas.flatMap((one) => [one, ...choices((one.anyOf ?? one.oneOf ?? []) as readonly SchemaNode[])]);

/** Whether a key stands in the schema; `*` is any key, `[]` any entry. */
const isKey = (path: readonly (string | number)[]) =>
  path.reduce<readonly SchemaNode[]>((schemas, part) => inside(choices(schemas), part), rootSchemas()).length > 0;

const top = Object.keys(rootSchemas()[0]?.properties ?? {});

test("every key that a page names with its path is a key of the access file", () => {
  const paths = codes.filter(({ code }) => new RegExp(`^(${top.join("|")})(\\.[\\w*-]+|\\[\\d*\\])+$`).test(code));
  expect(paths.length).toBeGreaterThan(100);
  const unknown = paths.filter(
    ({ code }) =>
      !isKey(code.split(/\.|(?=\[)/).map((part) => (part.startsWith("[") ? 0 : part))) && !code.endsWith(".tfstate"),
  );
  expect(told(unknown)).toEqual([]);
});

/** Every schema of each key, wherever it stands. */
function byKey(node: unknown, found = new Map<string, object[]>()): Map<string, object[]> {
  if (typeof node !== "object" || node === null) return found;
  const { properties = {} } = node as SchemaNode;
  for (const [key, inner] of Object.entries(properties))
    if (typeof inner === "object") found.set(key, [...(found.get(key) ?? []), inner]);
  for (const inner of Object.values(node)) byKey(inner, found);
  return found;
}

/** Settings of others than this program. */
const others = new Set(["permissions", "app.kubernetes.io/managed-by"]);

test("every setting that a page shows could stand in an access file", () => {
  const schemas = byKey(JSON.parse(accessJsonSchema()));
  const ajv = new Ajv({ unknownFormats: "ignore" });
  // That page writes requests to an API server so: `bind: roles`.
  const settings = codes.filter(
    ({ page, code }) => page !== "docs/dangers.md" && /^[a-z][\w./@-]*: \S/i.test(code) && !/[…<]/.test(code),
  );
  expect(settings.length).toBeGreaterThan(100);
  const wrong = settings.filter(({ code }) => {
    const read = parse(`{${code}}`) as Readonly<Record<string, unknown>>;
    return Object.entries(read).some(([key, value]) => {
      if (others.has(key) || key.includes("@")) return false;
      const [, last = ""] = /([^.]+)$/.exec(key) ?? [];
      return !(schemas.get(last) ?? []).some((schema) => ajv.validate(schema, value) === true);
    });
  });
  expect(told(wrong)).toEqual([]);
});

const commands = [
  ...codes,
  ...pages.flatMap((page) => blocksOf(page).flatMap((block) => commandsIn(block).map((code) => ({ page, code })))),
];

test("every verb and option of entra-eks that a page names is there", () => {
  const verbs = new Map(
    cli(() => synthesize).commands.map((verb) => [
      verb.name(),
      verb.options.flatMap(({ short, long }) => [short, long]),
    ]),
  );
  const named = commands.filter(({ code }) =>
    /^(npx entra-eks |(check|client-values|doctor|kubeconfig|permissions|portal-values|sandbox) --)/.test(code),
  );
  expect(named.length).toBeGreaterThan(20);
  const unknown = named.filter(({ code }) => {
    const [verb = "", ...words] = code
      .replace(/^npx entra-eks /, "")
      .replace(/ > .*/, "")
      .split(" ");
    const options = verbs.get(verb);
    return options === undefined || words.some((word) => word.startsWith("-") && !options.includes(word));
  });
  expect(told(unknown)).toEqual([]);
});

test("every script that a page names is in package.json", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: object };
  const named = commands.flatMap(({ page, code }) =>
    [...code.matchAll(/npm run ([\w:]+)/g)].map(([, script = ""]) => ({ page, code: script })),
  );
  expect(named.length).toBeGreaterThan(2);
  expect(told(named.filter(({ code }) => !Object.hasOwn(scripts, code)))).toEqual([]);
});

test("every file of this repository that a page names is there", () => {
  const folders = readdirSync(root, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  const made = /^(cdktf\.out|state|node_modules|authentication\.yaml)\b/;
  const named = codes.filter(
    ({ code }) =>
      (folders.some((folder) => code.startsWith(`${folder}/`)) && /^[\w.*/-]+$/.test(code)) ||
      /^[\w-]+\.(ts|json|yaml|md|m?js)$/.test(code),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(told(named.filter(({ code }) => !made.test(code) && !isThere(code)))).toEqual([]);
});

/** Whether there is such a file; `*` stands for any part of its name. */
function isThere(path: string): boolean {
  if (!path.includes("*")) return existsSync(join(root, path));
  const folder = join(root, dirname(path));
  const name = new RegExp(
    `^${path
      .slice(dirname(path).length + 1)
      .replaceAll(".", "\\.")
      .replaceAll("*", ".*")}$`,
  );
  return existsSync(folder) && readdirSync(folder).some((one) => name.test(one));
}
