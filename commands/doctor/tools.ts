import type { Access } from "../../config/schema/access";
import { presentClusters } from "../../model/clusters/present-clusters";
import { signInPrograms } from "../../model/clusters/sign-in-programs";
import { engines } from "../../package.json";
import type { Finding } from "./finding";
import type { Surroundings } from "./surroundings";
import { awsCli } from "./tools/aws-cli";
import { azureCli } from "./tools/azure-cli";
import { node } from "./tools/node";
import { signInTools } from "./tools/sign-in-tools";
import { terraformTool } from "./tools/terraform";

/** Programs on this machine: which are there, and which are too old. What the access file does not need is never broken. */
export async function tools(access: Access | undefined, surroundings: Surroundings): Promise<Finding[]> {
  const { env } = surroundings;
  const signal = surroundings.limit();
  const signsIn = access === undefined || presentClusters(access).length > 0;
  const found = await Promise.all([
    terraformTool(env, signal, access?.terraform.flavour ?? "terraform"),
    signInTools(env, signal, signsIn, access === undefined ? undefined : signInPrograms(access)),
    awsCli(env, signal, access),
    azureCli(env, signal),
  ]);
  return [node(surroundings.nodeVersion, engines.node), ...found.flat()];
}
