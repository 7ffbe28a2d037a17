import { existsSync } from "node:fs";
import { loadAccess } from "../../config/load";
import { InvalidAccessFile, NoAccessFile } from "../../config/mistake";
import { signInPrograms, type SignInProgram } from "../../model/clusters/sign-in-programs";
import { findingsInLines } from "../doctor/findings-in-lines";
import { signInTools } from "../doctor/tools/sign-in-tools";
import { print, printJson } from "../terminal/print";
import type { ExitCode } from "../with-access-file";

/** The most that a program takes to say its version. */
const mostMs = 15_000;

/** Says whether this machine has what a kubeconfig of this program needs. An access file, if it is there, only tells what signs in to its clusters. */
export async function checkTools(
  { json, file }: { readonly json: boolean; readonly file?: string },
  env: NodeJS.ProcessEnv = process.env,
): Promise<ExitCode> {
  const findings = await signInTools(env, AbortSignal.timeout(mostMs), true, programsIn(file));
  if (json) printJson({ findings });
  else print(findingsInLines(findings));
  return findings.some(({ severity }) => severity === "broken") ? 1 : 0;
}

/** People have no access file, and nothing is broken then. */
function programsIn(file: string | undefined): SignInProgram[] | undefined {
  if (file === undefined || file === "-" || !existsSync(file)) return undefined;
  try {
    return signInPrograms(loadAccess(file).access);
  } catch (error) {
    if (error instanceof InvalidAccessFile || error instanceof NoAccessFile) return undefined;
    throw error;
  }
}
