import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where `terraform init` writes down which providers it has chosen for a folder. */
export const lockFile = (directory: string) => join(directory, ".terraform.lock.hcl");

/** The version of each provider that `terraform init` has chosen for a folder, by the provider's address; empty before it. */
export function lockedVersions(directory: string): ReadonlyMap<string, string> {
  const path = lockFile(directory);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const locked = text.matchAll(/^provider "([^"]+)" \{\s*version\s*= "([^"]+)"/gm);
  return new Map([...locked].map(([, address = "", version = ""]) => [address, version]));
}
