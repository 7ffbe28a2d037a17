import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = join(__dirname, "..");
const { dependencies, files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly files: readonly string[];
};

/** The packages that a file of the program imports or loads later, by name. */
function packagesOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return importedFiles
    .filter(({ fileName }) => !/^(\.|node:)/.test(fileName))
    .map(({ fileName }) => fileName.split("/", fileName.startsWith("@") ? 2 : 1).join("/"));
}

test("what users install is what the program loads, and the command that deploys", () => {
  const sources = ["stacks", "constructs", "config", "model", "commands", "sandbox"].flatMap((floor) =>
    readdirSync(join(root, floor), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(root, floor, file)),
  );
  const loaded = new Set([join(root, "main.ts"), ...sources].flatMap(packagesOf));
  expect(Object.keys(dependencies).sort()).toEqual([...loaded, "cdktf-cli"].sort());
});

test("every version is exact, so that a release is what its tests have judged", () => {
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("what is packed beside the built program is there", () => {
  const there = files.filter((file) => file !== "dist" && !file.includes("*"));
  expect(there.length).toBeGreaterThan(3);
  expect(there.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

/** Every path that npm would pack; dist is there only after a build. */
const packed = () => {
  const answer = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
  });
  const [pack] = JSON.parse(answer) as [{ files: { path: string }[] }];
  return new Set(pack.files.map(({ path }) => path));
};

test("every page that the README links comes with the program, but the one for whoever changes it", () => {
  const links = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
  const paths = links.map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(30);
  const there = [...packed()];
  const lacking = paths.filter((path) => !there.some((one) => one === path || one.startsWith(`${path}/`)));
  expect(lacking).toEqual(["CONTRIBUTING.md"]);
});

test("every page that a command names comes with the program", () => {
  const there = packed();
  const named = readdirSync(join(root, "commands"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [...readFileSync(join(root, "commands", file), "utf8").matchAll(/\bpage\("([^"#]+)/g)])
    .map(([, name = ""]) => `docs/${name}`);
  expect(new Set(named).size).toBeGreaterThan(4);
  expect(named.filter((path) => !there.has(path))).toEqual([]);
});

test("of docs only pages, pictures and samples are packed, so no state that lies beside a sample", () => {
  const patterns = files.filter((pattern) => pattern.startsWith("docs"));
  expect(patterns).not.toEqual([]);
  expect(patterns.filter((pattern) => !/^docs\/\*\*\/\*\.(md|svg|png|yaml|yml)$/.test(pattern))).toEqual([]);
});
