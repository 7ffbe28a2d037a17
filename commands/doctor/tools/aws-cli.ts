import type { Access } from "../../../config/schema/access";
import { eksClusters } from "../../../model/clusters/eks-clusters";
import { about, type Finding } from "../finding";
import { told } from "../program-version";

const { broken, fine, warning } = about("tools");
const remedy = "Install it from aws.amazon.com/cli";

/** Needed by clusters whose `credentials` are `exec`, and handy elsewhere. */
export async function awsCli(
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  access: Access | undefined,
): Promise<Finding> {
  const users = access === undefined ? [] : eksClusters(access).filter(([, { eks }]) => eks.credentials === "exec");
  const answer = await told("aws", ["--version"], env, signal);
  if ("output" in answer) {
    const [, version = "there"] = /aws-cli\/(\S+)/.exec(answer.output) ?? [];
    return fine("aws-cli", `The AWS CLI is ${version}`);
  }
  const what = "missing" in answer ? "is not on the PATH" : "does not say its version";
  const [user] = users;
  if (user !== undefined) {
    return broken("aws-cli-missing", `The AWS CLI ${what}, and clusters.${user[0]}.eks.credentials is "exec"`, remedy);
  }
  if ("failed" in answer) return warning("aws-cli-silent", `The AWS CLI ${what}: ${answer.failed}`, remedy);
  return fine("aws-cli", "The AWS CLI is not on the PATH, and this file does not need it");
}
