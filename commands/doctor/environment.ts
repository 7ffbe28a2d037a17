import type { Access } from "../../config/schema/access";
import { entraVariables } from "./environment/entra-variables";
import { awsVariables } from "./environment/aws-variables";
import { kubeconfigVariable } from "./environment/kubeconfig-variable";
import { proxyVariables } from "./environment/proxy-variables";
import { terraformVariables } from "./environment/terraform-variables";
import { about, type Finding } from "./finding";
import type { Surroundings } from "./surroundings";

/** Environment variables that contradict each other or the access file. Values that may be secret are not in any sentence. */
export function environment(access: Access | undefined, { env, now }: Pick<Surroundings, "env" | "now">): Finding[] {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const found = [
    ...entraVariables(set, access?.tenant),
    ...awsVariables(set, now()),
    ...terraformVariables(set),
    ...proxyVariables(set),
    ...kubeconfigVariable(set),
  ];
  if (found.length > 0) return found;
  return [about("environment").fine("environment", "No environment variable contradicts another or the access file")];
}
