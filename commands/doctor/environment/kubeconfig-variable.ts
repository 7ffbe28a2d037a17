import { existsSync } from "node:fs";
import { delimiter } from "node:path";
import { about, type Finding } from "../finding";

const { warning } = about("environment");

/** kubectl leaves out files that are not there without a word. */
export function kubeconfigVariable({ KUBECONFIG: files = "" }: NodeJS.ProcessEnv): Finding[] {
  const missing = files.split(delimiter).filter((file) => file !== "" && !existsSync(file));
  return missing.map((file) =>
    warning("kubeconfig-file-missing", `KUBECONFIG names ${file}, which is not there`, "Correct KUBECONFIG"),
  );
}
