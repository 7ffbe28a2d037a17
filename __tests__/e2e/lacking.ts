import { findMirrors, providersIn } from "../../sandbox/terraform/provider-mirrors";

/** Versions that the mirrors of this machine lack; where none has a provider, the registry is asked. */
export function lacking(versions: Readonly<Record<string, string>>): string[] {
  const mirrors = findMirrors(process.env).map(providersIn);
  return Object.entries(versions).flatMap(([name, version]) => {
    const address = `registry.terraform.io/hashicorp/${name}`;
    const had = mirrors.find((mirror) => mirror.has(address))?.get(address);
    return had === undefined || had.includes(version) ? [] : [`no mirror here has ${name} ${version}`];
  });
}
