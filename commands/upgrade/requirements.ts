import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stacksIn } from "../../sandbox/terraform/synthesis";
import { blockOf, type Block } from "../report/clouds/program";

/** Ranges of providers and of Terraform that another synthesis has, a sentence for each stack and range. */
export function changedRequirements(before: string, after: string): string[] {
  const old = new Map(stacksIn(before).map(({ name, directory }) => [name, requirementsIn(directory)]));
  return stacksIn(after).flatMap(({ name, directory }) => {
    const was = old.get(name);
    if (was === undefined) return [];
    return [...requirementsIn(directory)].flatMap(([what, range]) => {
      const earlier = was.get(what);
      return earlier === range
        ? []
        : [`${name} requires ${what} ${range}, before ${earlier ?? "none"}: terraform init -upgrade`];
    });
  });
}

function requirementsIn(directory: string): Map<string, string> {
  const { terraform } = JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8")) as Block;
  const { required_providers: providers, required_version: version } = blockOf(terraform);
  return new Map([
    ...Object.entries(blockOf(providers)).map(([name, block]) => [name, String(blockOf(block)["version"])] as const),
    ...(version === undefined ? [] : [["Terraform", JSON.stringify(version)] as const]),
  ]);
}
