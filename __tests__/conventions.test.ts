import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, parse } from "node:path";
import ts from "typescript";
import { kinds } from "../config/schema/clusters/kinds";

const root = join(__dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

const program = ["main.ts", ...["stacks", "constructs", "config", "model", "commands", "sandbox"].flatMap(sourcesIn)];
const everything = [...program, ...["bench", "__tests__"].flatMap(sourcesIn)];

test("every stack and construct has a test of the same name", () => {
  const files = [...sourcesIn("stacks"), ...sourcesIn("constructs")];
  const missing = files.filter((file) => !existsSync(join(root, "__tests__", file.replace(/\.ts$/, ".test.ts"))));
  expect(missing).toEqual([]);
});

test("only main, stacks and constructs know CDKTF, and none of them imports a package's root", () => {
  const knows = program.filter((file) => /from "(cdktf|constructs|@cdktf\/)/.test(read(file)));
  expect(knows.filter((file) => !/^(main\.ts$|stacks|constructs)/.test(file))).toEqual([]);
  expect(program.filter((file) => /from "@cdktf\/provider-\w+(\/lib)?"/.test(read(file)))).toEqual([]);
});

test("of CDKTF's core 14 classes are used, for which its successor has to stand in", () => {
  const core = /import (?:type )?\{([^}]*)\} from "cdktf"/g;
  const names = program.flatMap((file) => [...read(file).matchAll(core)].flatMap(([, list = ""]) => list.split(",")));
  const used = new Set(names.map((name) => name.replace(/\btype\b/, "").trim()).filter((name) => name !== ""));
  expect([...used].sort()).toEqual([
    "App",
    "DataTerraformRemoteState",
    "DataTerraformRemoteStateLocal",
    "DataTerraformRemoteStateS3",
    "LocalBackend",
    "NamedRemoteWorkspace",
    "S3Backend",
    "TerraformBackend",
    "TerraformDataSource",
    "TerraformLocal",
    "TerraformOutput",
    "TerraformProvider",
    "TerraformResource",
    "TerraformStack",
  ]);
});

test("the program that bench/ measures by knows nothing of this one", () => {
  expect(read("bench/bare-program.ts")).not.toMatch(/(from|require\(|import) ?"\./);
});

test("what differs by the kind of a cluster is a switch or a table, which does not compile without every kind", () => {
  const names = kinds.join("|");
  const asked = new RegExp(`kind(?:Of\\([^)]*\\))? [!=]== "(?:${names})"|"(?:${names})" in `, "i");
  // There the rules are about the keys of one kind.
  const elsewhere = program.filter((file) => !file.startsWith(join("config", "rules", "clusters")));
  expect(elsewhere.filter((file) => asked.test(read(file)))).toEqual([]);
});

test("nothing is called utils, helpers, common, types, shared or index", () => {
  const empty = /^(utils?|helpers?|common|types|shared|index)$/;
  expect(everything.filter((file) => empty.test(parse(file).name))).toEqual([]);
});

test("a file of this program that a comment or a text names is there", () => {
  const name =
    /(?<![\w./-])(?:\.\/)?((?:stacks|constructs|config|model|commands|sandbox|bench|__tests__)\/[\w./-]+\.(?:ts|js|json))\b/g;
  const texts = [...everything, "CONTRIBUTING.md", "eslint.config.mjs", "eslint.own-keys.mjs", "package.json"];
  const isThere = (path: string) => ["", "__tests__"].some((folder) => existsSync(join(root, folder, path)));
  const missing = (file: string) =>
    [...read(file).matchAll(name)].flatMap(([, path = ""]) => (isThere(path) ? [] : path));
  expect(texts.flatMap((file) => missing(file).map((path) => `${file} names ${path}`))).toEqual([]);
});

test("a function or a value that only its own file uses is not exported", () => {
  const importers = new Map<string, string[]>();
  for (const text of everything.map(read)) {
    const names = [...text.matchAll(/"\.[\w./-]*?\/([\w-]+)(?:\.ts)?"/g)].map(([, name = ""]) => name);
    for (const name of new Set(names)) importers.set(name, [...(importers.get(name) ?? []), text]);
  }
  const unused = program.flatMap((file) => {
    const exported = read(file).matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm);
    return [...exported].flatMap(([, name = ""]) => {
      const isUsed = importers.get(parse(file).name)?.some((text) => new RegExp(`\\b${name}\\b`).test(text)) === true;
      return isUsed ? [] : `${file}: ${name}`;
    });
  });
  expect(unused).toEqual([]);
});

test("every optional property of an exported interface says what happens without it", () => {
  const silent = [...program, ...sourcesIn("bench")].flatMap((file) => {
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
    return source.statements
      .filter(ts.isInterfaceDeclaration)
      .filter((node) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
      .flatMap((node) =>
        node.members.map((member) => ({ member, name: `${node.name.text}.${member.name?.getText() ?? ""}` })),
      )
      .filter(({ member }) => member.questionToken !== undefined)
      .filter(({ member }) => !/^\s*(?:\/\*)?\*+ @default /m.test(source.text.slice(member.pos, member.end)))
      .map(({ name }) => `${file}: ${name}`);
  });
  expect(silent).toEqual([]);
});

test("tests know nothing of the repository that a hook of Git runs them for", () => {
  const names = execFileSync("git", ["rev-parse", "--local-env-vars"], { encoding: "utf8" }).trim().split("\n");
  const before = { ...process.env };
  for (const name of names) process.env[name] = "elsewhere";
  jest.isolateModules(() => jest.requireActual("../jest.config.js"));
  const left = names.filter((name) => process.env[name] !== undefined);
  process.env = before;
  expect(left.filter((name) => !name.startsWith("GIT_CONFIG"))).toEqual([]);
});
