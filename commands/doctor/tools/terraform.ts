import { judgedTerraform, terraformBinary } from "../../../sandbox/terraform/version";
import { about, type Finding } from "../finding";
import { told } from "../program-version";

const { broken, fine } = about("tools");

/** Terraform, or OpenTofu where TERRAFORM_BINARY_NAME names it. */
export async function terraformTool(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Finding> {
  const asked = async (binary: string) => {
    const answer = await told(binary, ["version", "-json"], env, signal);
    return judgedTerraform(binary, "output" in answer ? answer.output : "missing" in answer ? undefined : "");
  };
  const found = await asked(terraformBinary(env));
  if ("binary" in found) return fine("terraform", `${nameOf(found.binary)} is ${found.version}`);
  const [sentence = "", remedy] = found.missing.split("; ");
  if (env["TERRAFORM_BINARY_NAME"] === undefined && "binary" in (await asked("tofu"))) {
    return broken("terraform-unnamed", `${sentence}, but OpenTofu is`, "export TERRAFORM_BINARY_NAME=tofu");
  }
  return broken("terraform-missing", sentence, capital(remedy ?? ""));
}

const nameOf = (binary: string) => (/tofu/.test(binary) ? "OpenTofu" : "Terraform");
const capital = (text: string) => text.replace(/^./, (first) => first.toUpperCase());
