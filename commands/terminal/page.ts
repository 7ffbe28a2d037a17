import { existsSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";

/** In a package this file is part of dist/entra-eks.js. */
const docsFolder = () => ["..", "../.."].map((up) => join(__dirname, up, "docs")).find((folder) => existsSync(folder));

/**
 * A page of the documentation as whoever reads the terminal can open it: the pages come with the program, wherever that is.
 *
 * @param name of the page in docs, perhaps with a heading: warnings.md#advice
 */
export function page(name: string, from = process.cwd()): string {
  const docs = docsFolder();
  if (docs === undefined) return `docs/${name}`;
  const there = relative(from, join(docs, name));
  return there.startsWith("..") || isAbsolute(there) ? join(docs, name) : there;
}
