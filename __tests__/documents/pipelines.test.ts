import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportAgainst } from "../../commands/report/against";
import { synthesize } from "../../main";
import { git } from "../git";
import { blocksOf, read } from "./page";

const smallest = blocksOf("README.md").find(({ language }) => language === "yaml")?.text ?? "";
const changed = smallest.replace("[ada@contoso.com]", "[ada@contoso.com, bob@contoso.com]");

const elsewhere = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
afterAll(() => {
  process.chdir(elsewhere);
  rmSync(folder, { recursive: true });
});

test("the comment that the page shows is the one of that pull request", async () => {
  expect(changed).not.toBe(smallest);
  process.chdir(folder);
  git(folder, "init", "-q", "-b", "main");
  for (const text of [smallest, changed]) {
    writeFileSync("access.yaml", text);
    git(folder, "add", ".");
    git(folder, "commit", "-qm", "access");
  }
  const output = "report.md";
  const code = await reportAgainst({
    ...{ file: "access.yaml", against: "HEAD^1", format: "markdown", output, writeStacks: synthesize },
  });
  expect(code).toBe(0);
  process.chdir(elsewhere);
  expect(read("docs/pipelines/comment.md")).toBe(readFileSync(join(folder, output), "utf8"));
});
