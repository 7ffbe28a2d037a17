import { about, type Finding } from "../finding";
import { isAtLeast, told, why } from "../program-version";

const { broken, fine, warning } = about("tools");
const remedy = 'Get it from the web console of the cluster, behind the question mark, under "Command line tools"';

/** `oc login --web`: github.com/openshift/oc/pull/1402 */
const oldest = [4, 14] as const;

/** The command line of OpenShift, by which people sign in to an OAuth server. */
export async function oc(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Finding> {
  const answer = await told("oc", ["version", "--client", "--output=json"], env, signal);
  if ("missing" in answer)
    return broken("oc-missing", "oc, which OpenShift's OAuth server needs, is not on the PATH", remedy);
  if (!("output" in answer)) return warning("oc-silent", `oc does not say its version${why(answer)}`, remedy);
  // A build that is no release has none.
  const [, version] = /"releaseClientVersion":\s*"(\d[^"]*)"/.exec(answer.output) ?? [];
  if (version === undefined) return fine("oc", "oc is there");
  if (isAtLeast(version, oldest)) return fine("oc", `oc is ${version}`);
  return broken("oc-old", `oc is ${version}, and oc login --web needs ${oldest.join(".")} or newer`, remedy);
}
