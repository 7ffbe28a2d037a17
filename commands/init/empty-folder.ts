import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { z } from "zod";
import { errorCode } from "../../config/file/error-code";
import { NoAnswer } from "../../config/no-answer";

/** What is there before: of Git, and of npm where entra-eks was installed first. */
const harmless = new Set([".git", "node_modules", "package-lock.json", "package.json"]);

/** The package.json that `npm install entra-eks` writes into an empty folder. */
const Installed = z.strictObject({ dependencies: z.strictObject({ "entra-eks": z.string() }) });

interface Found {
  /**
   * What npm knows this program by.
   *
   * @default - it is not installed there
   */
  readonly specifier?: string;
}

/**
 * Looks whether nothing of anybody's is in a folder.
 *
 * @throws NoAnswer if something is, or it cannot be read
 */
export function emptyFolder(folder: string): Found {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const code = errorCode(error) ?? "";
    if (code === "ENOENT") return {};
    throw new NoAnswer(`init must be given a folder that can be read, got ${JSON.stringify(folder)}: ${code}`);
  }
  const specifier = names.includes("package.json") ? specifierIn(join(folder, "package.json")) : undefined;
  const packed = packedFile(specifier);
  const others = names.filter(
    (name) => name !== packed && (!harmless.has(name) || (name === "package.json" && specifier === undefined)),
  );
  if (others.length === 0) return specifier === undefined ? {} : { specifier };
  throw new NoAnswer(
    `init overwrites nothing: the folder must be empty, got ${JSON.stringify(folder)} with ${others.sort().slice(0, 5).join(", ")}. Name another folder`,
  );
}

/** The packed release that npm installed, as a path from the folder; it is the operator's to commit, since `npm ci` reads it. */
export const packedFile = (specifier = ""): string | undefined =>
  specifier.startsWith("file:") ? normalize(specifier.slice("file:".length)) : undefined;

function specifierIn(file: string): string | undefined {
  try {
    return Installed.parse(JSON.parse(readFileSync(file, "utf8"))).dependencies["entra-eks"];
  } catch {
    return undefined;
  }
}

/** Writes files by their paths; of what is there, only the package.json of npm is replaced. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: path === "package.json" ? "w" : "wx" });
  }
}
