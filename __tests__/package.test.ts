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
