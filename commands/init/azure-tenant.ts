import { guid } from "../../config/schema/names";
import { told } from "../doctor/program-version";
import type { Surroundings } from "../doctor/surroundings";

/** The tenant that the Azure CLI is signed in to; nothing if there is no Azure CLI, or it is signed in to none. */
export async function azureTenant({ env, limit }: Surroundings): Promise<string | undefined> {
  const answer = await told("az", ["account", "show", "--query", "tenantId", "--output", "tsv"], env, limit());
  const id = "output" in answer ? answer.output.trim() : "";
  return guid.test(id) ? id.toLowerCase() : undefined;
}
