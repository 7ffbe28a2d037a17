import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { emptied } from "../../../config/include/one-piece";
import { loadAccess, parseAccess } from "../../../config/load";
import { seeded } from "../../tokens/seeded";
import { split } from "./split";

const root = join(__dirname, "..", "..", "..");
const sample = readFileSync(join(root, "access.yaml"), "utf8");
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The path of an access file among these. */
function written(files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, "access.yaml");
}

test("what a file includes stands in its one piece, which says the same as all of them", () => {
  for (const seed of [1, 2, 3]) {
    const file = written(split(parse(sample) as Parameters<typeof split>[0], seeded(seed), seed));
    const { access, inOnePiece } = loadAccess(file);
    expect(Object.keys(access.include)).toHaveLength(seed);
    expect(parseAccess(inOnePiece(), "kept.yaml", { files: emptied }).access).toEqual(access);
  }
});

test("a file that includes nothing is kept as it is written", () => {
  expect(loadAccess(written({ "access.yaml": sample })).inOnePiece()).toBe(sample);
});
