import { existsSync, mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { page } from "../../../commands/terminal/page";

const root = join(__dirname, "..", "..", "..");

test("a page is named from where the reader is, and in full where that is elsewhere", () => {
  expect(page("warnings.md#advice", root)).toBe("docs/warnings.md#advice");
  expect(page("warnings.md", join(root, ".."))).toMatch(/^[^/]+\/docs\/warnings\.md$/);
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  const elsewhere = page("warnings.md", folder);
  rmdirSync(folder);
  expect(elsewhere).toBe(join(root, "docs", "warnings.md"));
  expect(existsSync(elsewhere)).toBe(true);
});
