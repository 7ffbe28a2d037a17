import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { flavourNames, oldestVersions, type Flavour } from "../../model/terraform/flavour";
import { findProgram, pathOf } from "../machine/program";

/** A Terraform or OpenTofu that can be used; or a sentence that says why there is none. */
export type FoundTerraform =
  { readonly binary: string; readonly version: string; readonly flavour: Flavour } | { readonly missing: string };

const get = {
  terraform: `get ${oldestVersions.terraform} or newer from developer.hashicorp.com/terraform/install`,
  opentofu: `get ${oldestVersions.opentofu} or newer from opentofu.org/docs/intro/install`,
} as const;

/**
 * Looks for Terraform on the PATH.
 *
 * @param flavour what the access file asks for
 */
export function findTerraform(env: NodeJS.ProcessEnv, flavour: Flavour): FoundTerraform {
  const binary = terraformBinary(env, flavour);
  const { error, stdout } = spawnSync(binary, ["version"], {
    encoding: "utf8",
    env: { ...env, CHECKPOINT_DISABLE: "1" },
  });
  return judgedTerraform(binary, flavour, error === undefined ? stdout : undefined);
}

/** Name or absolute path of Terraform, or of what the operator uses instead. OpenTofu is looked for in ~/.cache/entra-eks too. */
export function terraformBinary(env: NodeJS.ProcessEnv, flavour: Flavour): string {
  const { TERRAFORM_BINARY_NAME: named, HOME: home } = env;
  if (named === undefined) {
    if (flavour === "terraform") return "terraform";
    const built = home === undefined ? [] : [join(home, ".cache", "entra-eks")];
    return findProgram("tofu", [...pathOf(env), ...built]) ?? "tofu";
  }
  // It runs in other folders than this one.
  return /[/\\]/.test(named) ? resolve(named) : named;
}

/**
 * @param wanted what the access file asks for
 * @param printed what `version` printed; nothing if it could not be run
 */
export function judgedTerraform(binary: string, wanted: Flavour, printed: string | undefined): FoundTerraform {
  if (printed === undefined)
    return { missing: `${flavourNames[wanted]} (${binary}) is not on the PATH; ${get[wanted]}` };
  const match = /^(Terraform|OpenTofu) v((\d+)\.(\d+)\S*)/m.exec(printed);
  if (match === null) return { missing: `${binary} does not say its version; ${get[wanted]}` };
  const [, name = "", version = "", major, minor] = match;
  const flavour = name === flavourNames.opentofu ? "opentofu" : "terraform";
  if (wanted === "opentofu" && flavour !== wanted) {
    return {
      missing: `terraform.flavour is opentofu, but ${binary} is Terraform ${version}; set TERRAFORM_BINARY_NAME=tofu`,
    };
  }
  const [oldestMajor = 0, oldestMinor = 0] = oldestVersions[flavour].split(".").map(Number);
  const newer = Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
  return newer ? { binary, version, flavour } : { missing: `${name} ${version} is too old; ${get[flavour]}` };
}
