import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { opentofuRegistry, providersIn, terraformRegistry } from "./provider-mirrors";

/**
 * Makes a mirror in which OpenTofu finds what mirrors have for Terraform: the providers are the same, their addresses are not.
 *
 * @param folder for the mirror, whose packages are links; made when it is not there
 * @returns the mirrors, and the made one behind them
 */
export function withOpenTofuMirror(mirrors: readonly string[], folder: string): string[] {
  const linked = new Set<string>();
  for (const mirror of mirrors) {
    const all = [...providersIn(mirror)].filter(([address]) => address.startsWith(`${terraformRegistry}/`));
    for (const [address, versions] of all) {
      const made = join(folder, address.replace(terraformRegistry, opentofuRegistry));
      if (linked.has(made)) continue;
      linked.add(made);
      for (const version of versions) linkPackages(join(mirror, address, version), join(made, version));
    }
  }
  return linked.size === 0 ? [...mirrors] : [...mirrors, folder];
}

/** OpenTofu follows a link to a package, and to no folder above it. [src] SearchLocalDirectory in internal/getproviders/filesystem_search.go */
function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const platform of readdirSync(from)) {
    const link = join(to, platform);
    if (!existsSync(link)) symlinkSync(join(from, platform), link);
  }
}
