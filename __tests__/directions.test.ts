import { existsSync, readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";

const root = posix.join(__dirname, "..");

/** Each floor of the program, from the top, with the floors that it may import. The longest name that a file begins with is its floor. */
const floors: Readonly<Record<string, readonly string[]>> = {
  "main.ts": ["commands", "stacks", "constructs", "config/load.ts", "config", "model"],
  commands: [
    "sandbox",
    "constructs/terraform/text-in-expression.ts",
    "config/load.ts",
    "config/findings.ts",
    "config/warnings.ts",
    "config",
    "config/text",
    "model",
    "config/schema",
  ],
  sandbox: ["model", "config/schema"],
  stacks: ["constructs", "model", "config/schema"],
  constructs: ["constructs/terraform/text-in-expression.ts", "model", "config/schema", "config/text"],
  "constructs/terraform/text-in-expression.ts": [],
  "config/access-file-page.ts": ["config/key-mistakes.ts", "config", "model"],
  "config/key-mistakes.ts": ["config/load.ts", "config/schema", "model"],
  "config/dangers-page.ts": ["config/load.ts", "config/warnings.ts", "config", "model"],
  "config/findings-page.ts": ["config/findings", "config", "model", "config/schema"],
  "config/findings.ts": ["config/load.ts", "config/findings", "config/warnings", "config"],
  "config/warnings.ts": ["config/load.ts", "config/findings", "config/warnings", "config", "config/schema"],
  "config/load.ts": ["config/rules", "config", "model", "config/schema"],
  "config/rules": ["config", "config/text", "model", "config/schema"],
  "config/findings": ["config/warnings", "config", "config/text", "model", "config/schema"],
  "config/warnings": ["config", "config/text", "model", "config/schema"],
  config: ["model", "config/schema", "config/text"],
  model: ["config/schema"],
  "config/schema": ["config/text"],
  "config/text": [],
};

const files = ["main.ts", ...["stacks", "constructs", "config", "model", "commands", "sandbox"].flatMap(sourcesIn)];

function sourcesIn(folder: string): string[] {
  return readdirSync(posix.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => posix.join(folder, file.replaceAll("\\", "/")));
}

/** The files of the program that a file imports, types too. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(posix.join(root, file), "utf8"), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => posix.join(posix.dirname(file), fileName))
    .map((path) => (existsSync(posix.join(root, `${path}.ts`)) ? `${path}.ts` : path))
    .filter((path) => path.endsWith(".ts"));
}

const imports: ReadonlyMap<string, readonly string[]> = new Map(files.map((file) => [file, importsOf(file)]));

function floorOf(file: string): string {
  const names = Object.keys(floors).filter((name) => file === name || file.startsWith(`${name}/`));
  return names.sort((a, b) => b.length - a.length)[0] ?? file;
}

test("a floor imports itself and the floors below it alone", () => {
  const wrong = [...imports].flatMap(([file, imported]) =>
    imported
      .filter((other) => floorOf(other) !== floorOf(file) && floors[floorOf(file)]?.includes(floorOf(other)) !== true)
      .map((other) => `${file} imports ${other}`),
  );
  expect(wrong).toEqual([]);
});

test("what a floor may import, some file of it does", () => {
  const used = new Set([...imports].flatMap(([file, all]) => all.map((other) => `${floorOf(file)} ${floorOf(other)}`)));
  const allowed = Object.entries(floors).flatMap(([floor, below]) => below.map((other) => `${floor} ${other}`));
  expect(allowed.filter((pair) => !used.has(pair))).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (way.includes(file) || done.has(file)) return;
    for (const other of imports.get(file) ?? []) visit(other, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
