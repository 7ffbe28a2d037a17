import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** Ephemeral values and write-only arguments. */
const oldest = [1, 11] as const;

/** A Terraform that can be used; or a sentence that says why there is none. */
export type FoundTerraform = { readonly binary: string } | { readonly missing: string };

/** Looks for Terraform on the PATH. */
export function findTerraform(env: NodeJS.ProcessEnv): FoundTerraform {
  const named = env["TERRAFORM_BINARY_NAME"] ?? "terraform";
  // It runs in other folders than this one.
  const binary = /[/\\]/.test(named) ? resolve(named) : named;
  const { error, stdout } = spawnSync(binary, ["version", "-json"], { encoding: "utf8", env });
  const get = "get 1.11 or newer from developer.hashicorp.com/terraform/install";
  if (error !== undefined) return { missing: `Terraform (${named}) is not on the PATH; ${get}` };
  const version = /"terraform_version":\s*"((\d+)\.(\d+)[^"]*)"/.exec(stdout);
  if (version === null) return { missing: `${binary} does not say its version; ${get}` };
  const [, text = "", major, minor] = version;
  const [wantedMajor, wantedMinor] = oldest;
  const newer = Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor);
  return newer ? { binary } : { missing: `Terraform ${text} is too old; ${get}` };
}
