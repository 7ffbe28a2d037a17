import { findingsInLines } from "../doctor/findings-in-lines";
import { signInTools } from "../doctor/tools/sign-in-tools";
import { print, printJson } from "../terminal/print";
import type { ExitCode } from "../with-access-file";

/** The most that a program takes to say its version. */
const mostMs = 15_000;

/** Says whether this machine has what a kubeconfig of this program needs. Neither access file nor network is asked. */
export async function checkTools(
  { json }: { readonly json: boolean },
  env: NodeJS.ProcessEnv = process.env,
): Promise<ExitCode> {
  const findings = await signInTools(env, AbortSignal.timeout(mostMs), true);
  if (json) printJson({ findings });
  else print(findingsInLines(findings));
  return findings.some(({ severity }) => severity === "broken") ? 1 : 0;
}
