import { NoAnswer } from "../../config/no-answer";
import { terraformVariables } from "../doctor/environment/terraform-variables";

/** What makes Terraform take another state than this program reads, or one folder for all stacks. */
const wrong = ["tf-workspace", "tf-data-dir"];

/**
 * Refuses an environment in which Terraform would deploy beside the states that are there.
 *
 * @throws NoAnswer
 */
export function refuseOtherStates(env: NodeJS.ProcessEnv): void {
  const found = terraformVariables(env).filter(({ id }) => wrong.includes(id));
  if (found.length > 0)
    throw new NoAnswer(found.map(({ sentence, remedy = "" }) => `${sentence}: ${remedy}`).join("\n"));
}
