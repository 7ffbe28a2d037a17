import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Where Terraform looks for a provider whose address names no registry. OpenTofu looks in another, which serves the same ones. */
export const terraformRegistry = "registry.terraform.io";
export const opentofuRegistry = "registry.opentofu.org";

/** Folders with `registry.terraform.io/NAMESPACE/NAME/VERSION/OS_ARCH/` below them, the first the strongest. */
export function findMirrors(env: NodeJS.ProcessEnv): string[] {
  const shipped = ["/opt", "/usr/share"].flatMap((parent) =>
    existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [],
  );
  const named = env["ENTRA_EKS_MIRRORS"]?.split(delimiter) ?? [];
  const usual = [join(homedir(), ".cache", "entra-eks", "mirror"), join(homedir(), ".terraform.d", "plugins")];
  return [...named, ...usual, ...shipped].filter((folder) => existsSync(join(folder, terraformRegistry)));
}

/** The versions of each provider that a mirror has, by its address. */
export function providersIn(mirror: string): Map<string, string[]> {
  const registries = [terraformRegistry, opentofuRegistry].filter((registry) => existsSync(join(mirror, registry)));
  return new Map(
    registries.flatMap((registry) =>
      readdirSync(join(mirror, registry)).flatMap((namespace) =>
        readdirSync(join(mirror, registry, namespace)).map((name): [string, string[]] => [
          `${registry}/${namespace}/${name}`,
          readdirSync(join(mirror, registry, namespace, name)).filter((version) => /^\d+\.\d+\.\d+$/.test(version)),
        ]),
      ),
    ),
  );
}

/** A Terraform CLI configuration that takes each provider from the first mirror that has it, and the rest from the registry. */
export function cliConfiguration(mirrors: readonly string[]): string {
  const taken = new Set<string>();
  const blocks = mirrors.flatMap((path) => {
    const include = [...providersIn(path).keys()].filter((provider) => !taken.has(provider));
    include.forEach((provider) => taken.add(provider));
    if (include.length === 0) return [];
    return [
      `  filesystem_mirror {\n    path    = ${JSON.stringify(path)}\n    include = ${JSON.stringify(include)}\n  }`,
    ];
  });
  const direct = `  direct {\n    exclude = ${JSON.stringify([...taken])}\n  }`;
  return `provider_installation {\n${[...blocks, direct].join("\n")}\n}\n`;
}
