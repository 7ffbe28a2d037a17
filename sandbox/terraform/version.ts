import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** Ephemeral values and write-only arguments. */
const oldest = [1, 11] as const;

/** A Terraform that can be used; or a sentence that says why there is none. */
export type FoundTerraform = { readonly binary: string; readonly version: string } | { readonly missing: string };

const get = "get 1.11 or newer from developer.hashicorp.com/terraform/install";

/** Looks for Terraform on the PATH. */
export function findTerraform(env: NodeJS.ProcessEnv): FoundTerraform {
  const binary = terraformBinary(env);
  const { error, stdout } = spawnSync(binary, ["version", "-json"], { encoding: "utf8", env });
  return judgedTerraform(binary, error === undefined ? stdout : undefined);
}

/** Name or absolute path of Terraform, or of what the operator uses instead. */
export function terraformBinary({ TERRAFORM_BINARY_NAME: named = "terraform" }: NodeJS.ProcessEnv): string {
  // It runs in other folders than this one.
  return /[/\\]/.test(named) ? resolve(named) : named;
}

/** @param printed what `version -json` printed; nothing if it could not be run */
export function judgedTerraform(binary: string, printed: string | undefined): FoundTerraform {
  if (printed === undefined) return { missing: `Terraform (${binary}) is not on the PATH; ${get}` };
  const match = /"terraform_version":\s*"((\d+)\.(\d+)[^"]*)"/.exec(printed);
  if (match === null) return { missing: `${binary} does not say its version; ${get}` };
  const [, version = "", major, minor] = match;
  const [wantedMajor, wantedMinor] = oldest;
  const newer = Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor);
  return newer ? { binary, version } : { missing: `Terraform ${version} is too old; ${get}` };
}
