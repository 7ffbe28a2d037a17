import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { accessFile } from "../../../bench/access-file";
import { loadAccess } from "../../../config/load";
import { synthesize } from "../../../main";
import { seeded } from "../../tokens/seeded";
import { split } from "./split";

const root = join(__dirname, "..", "..", "..");
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Every file that is synthesized, by its path. */
function synthesized(files: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { access } = loadAccess(join(folder, "access.yaml"));
  const out = join(folder, "out");
  synthesize({ access, directory: "/srv/access" }, out);
  const names = readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name), "utf8")]));
}

/** More people than one lookup has. */
const large = accessFile({ groups: 12, members: 5, clusters: 2, grants: 20 });
const files = ["access.yaml", ...readdirSync(join(root, "docs", "examples")).filter((name) => name.endsWith(".yaml"))];
const texts = files.map((name) => {
  const path = name === "access.yaml" ? join(root, name) : join(root, "docs", "examples", name);
  return [name, readFileSync(path, "utf8")] as const;
});

test.each([...texts, ["a larger one", large] as const])(
  "%s, dealt out among included files, makes the same Terraform byte for byte",
  (_name, text) => {
    const whole = synthesized({ "access.yaml": text });
    for (const seed of [1, 2, 3]) {
      const parts = split(parse(text) as Parameters<typeof split>[0], seeded(seed), seed);
      expect(
        Object.values(parts)
          .slice(1)
          .some((part) => part.includes("group")),
      ).toBe(true);
      expect(synthesized(parts)).toEqual(whole);
    }
  },
);
