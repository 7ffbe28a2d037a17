import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const rows = [...readFileSync(join(root, "SECURITY.md"), "utf8").matchAll(/\| `(__tests__\/[\w./-]+)`: "(.+)" \|$/gm)];

test("each promise of SECURITY.md names a test that is there", () => {
  expect(rows.length).toBeGreaterThan(8);
  const missing = rows.flatMap(([, file = "", name = ""]) =>
    readFileSync(join(root, file), "utf8").includes(`"${name}"`) ? [] : [`${file}: ${name}`],
  );
  expect(missing).toEqual([]);
});

test("each line of its table of promises has one", () => {
  const [, table = ""] =
    /\| who attacks [^\n]*\n\| --- [^\n]*\n((?:\|.*\n)+)/.exec(readFileSync(join(root, "SECURITY.md"), "utf8")) ?? [];
  expect(table.trim().split("\n")).toHaveLength(rows.length);
});
