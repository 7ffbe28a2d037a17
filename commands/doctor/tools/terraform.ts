import { flavourNames, type Flavour } from "../../../model/terraform/flavour";
import { judgedTerraform, terraformBinary } from "../../../sandbox/terraform/version";
import { about, type Finding } from "../finding";
import { told } from "../program-version";

const { broken, fine, warning } = about("tools");

/** Terraform, or OpenTofu where the access file or TERRAFORM_BINARY_NAME names it. */
export async function terraformTool(env: NodeJS.ProcessEnv, signal: AbortSignal, flavour: Flavour): Promise<Finding> {
  const asked = async (binary: string) => {
    const answer = await told(binary, ["version"], { ...env, CHECKPOINT_DISABLE: "1" }, signal);
    return judgedTerraform(binary, flavour, "output" in answer ? answer.output : "missing" in answer ? undefined : "");
  };
  const found = await asked(terraformBinary(env, flavour));
  const unnamed = env["TERRAFORM_BINARY_NAME"] === undefined;
  if ("binary" in found) {
    const sentence = `${flavourNames[found.flavour]} is ${found.version}`;
    if (flavour === "opentofu" && unnamed) {
      return warning("tofu-unnamed", `${sentence}, but cdktf runs terraform`, "export TERRAFORM_BINARY_NAME=tofu");
    }
    return fine("terraform", sentence);
  }
  const [sentence = "", remedy] = found.missing.split("; ");
  if (flavour === "terraform" && unnamed && "binary" in (await asked("tofu"))) {
    return broken("terraform-unnamed", `${sentence}, but OpenTofu is`, "export TERRAFORM_BINARY_NAME=tofu");
  }
  return broken("terraform-missing", sentence, capital(remedy ?? ""));
}

const capital = (text: string) => text.replace(/^./, (first) => first.toUpperCase());
