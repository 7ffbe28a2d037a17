import { join } from "node:path";
import type { Access } from "../../config/schema/access";
import { onceFor } from "../../model/once-for";
import { environments } from "../../sandbox/terraform/rehearsal";
import { terraform, type TerraformProps, type TerraformRun } from "../../sandbox/terraform/terraform";
import { findTerraform } from "../../sandbox/terraform/version";
import type { World } from "./world";

const foundFor = onceFor(({ terraform: { flavour } }: Access) => findTerraform(process.env, flavour));

/** Runs one Terraform command in the folder of a stack that is initialized; a failure is a status, not thrown. */
export function byHand(
  { sandbox }: World,
  stack: string,
  args: readonly string[],
  more: Partial<Pick<TerraformProps, "env" | "signal" | "killSignal">> = {},
): Promise<TerraformRun> {
  const found = foundFor(sandbox.props.access);
  if ("missing" in found) throw new Error(found.missing);
  const { run } = environments(sandbox, process.env);
  const folder = join(sandbox.props.folder, "cdktf.out", "stacks", stack);
  // Providers that run already have the environment of the sandbox.
  const kept = more.env === undefined ? { providers: sandbox.providers } : {};
  return terraform(folder, args, { binary: found.binary, env: run, ...kept, ...more });
}

/** The text without the line breaks and bars that Terraform puts into its messages. */
export const unbroken = (output: string) => output.replace(/[│╷╵\s]+/g, " ");
