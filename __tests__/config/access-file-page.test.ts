import { readFileSync } from "node:fs";
import { accessFilePage, regeneratedAccessFilePage } from "../../config/access-file-page";

const page = readFileSync(accessFilePage, "utf8");

test("docs/access-file.md says what the schema says (npm run docs)", () => {
  expect(page).toBe(regeneratedAccessFilePage());
});

/** The tables' rows as cells; no cell has a bar that is not escaped. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| `") && line.split(/(?<!\\)\|/).length === 6)
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

test("every key has a row with a default and, unless it is a map of others or of free names, an example", () => {
  expect(rows.length).toBeGreaterThan(100);
  const paths = rows.map(([, key = ""]) => key.replace(/`/g, "").replace(/, .*/, ""));
  const incomplete = rows.filter(([, key = "", meaning, byDefault, example], index) => {
    const path = paths[index] ?? "";
    const isMap = paths.some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[]`));
    const isFree = /^`(users\.\*\.attributes|clusters\.\*\.(kubernetes\.issuers\[\]\.)?(requiredClaims|tags))`$/.test(
      key,
    );
    return meaning === "" || byDefault === "" || (example === "" && !isMap && !isFree);
  });
  expect(incomplete).toEqual([]);
});
