import { about, type Finding } from "../finding";
import { told } from "../program-version";
import { page } from "../../terminal/page";

const { fine, warning } = about("tools");

/** Needed where no variable names an application that deploys. */
export async function azureCli(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Finding> {
  const answer = await told("az", ["version", "--output", "json"], env, signal);
  if ("output" in answer) {
    const [, version = "there"] = /"azure-cli":\s*"([^"]+)"/.exec(answer.output) ?? [];
    return fine("azure-cli", `The Azure CLI is ${version}`);
  }
  const what = "missing" in answer ? "is not on the PATH" : `does not say its version: ${answer.failed}`;
  const { ARM_CLIENT_ID: application } = env;
  if (application !== undefined) {
    return fine("azure-cli", `The Azure CLI ${what}, and the variables ARM_* name an application instead`);
  }
  return warning(
    "azure-cli-missing",
    `The Azure CLI ${what}, and ARM_CLIENT_ID is not set, so nothing can be deployed to Entra from here`,
    `Install the Azure CLI and run az login, or set ARM_CLIENT_ID: ${page("deploying-identities.md")}`,
  );
}
