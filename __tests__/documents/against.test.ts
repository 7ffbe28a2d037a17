import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../main";
import { reportAgainst } from "../../commands/report/against";
import { git } from "../git";
import { blocksOf, read } from "./page";

const blocks = blocksOf("docs/who-can-do-what.md");
const shown = blocks.find(({ text }) => text.startsWith("$ npx entra-eks report --against main\n"))!;
const diff = blocks.find(({ language }) => language === "diff")!;

/** The sample after what the page changes. */
function changed(): string {
  const lines = diff.text.trimEnd().split("\n");
  return lines.reduce((text, line, index) => {
    if (!line.startsWith("-")) return text;
    expect(text.split(`${line.slice(1)}\n`)).toHaveLength(2);
    return text.replace(line.slice(1), lines[index + 1]!.replace(/^\+/, ""));
  }, read("access.yaml"));
}

const elsewhere = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
afterAll(() => {
  process.chdir(elsewhere);
  rmSync(folder, { recursive: true });
});

test("the page shows what report --against answers to the change that it shows", async () => {
  process.chdir(folder);
  writeFileSync("access.yaml", read("access.yaml"));
  git(folder, "init", "-q", "-b", "main");
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "sample");
  writeFileSync("access.yaml", changed());
  const spy = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  const code = await reportAgainst({ file: "access.yaml", against: "main", writeStacks: synthesize });
  const answer = spy.mock.calls.map(([chunk]) => String(chunk)).join("");
  spy.mockRestore();
  expect(code).toBe(0);
  expect(shown.text).toBe(`$ npx entra-eks report --against main\n${answer}`);
});
