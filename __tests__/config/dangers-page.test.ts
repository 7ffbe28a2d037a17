import { readFileSync } from "node:fs";
import { dangersPage, dangersPageFile } from "../../config/dangers-page";

test("docs/dangers.md says what the table and the rules say (npm run docs)", () => {
  expect(readFileSync(dangersPageFile, "utf8")).toBe(dangersPage());
});
