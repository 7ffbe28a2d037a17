import { z } from "zod";
import { arrived, keepsAccounts, leftAccounts as address } from "../../model/account";
import { nameAt } from "../../model/address";
import { deployCommand } from "../../model/deploy-command";
import { localState, resourcesIn } from "./local-resources";
import type { Rule } from "./rule";

/**
 * The last people whom this program made are gone from the file, and with them the stack that would disable their accounts.
 * What lies in other backends cannot be seen from here.
 *
 * @param directory folder of the access file
 */
export const leftAccounts = (directory: string): Rule =>
  function* ({ backend, users }) {
    const file = localState(backend, directory, "users");
    if (file === undefined || keepsAccounts(users)) return;
    for (const person of peopleIn(file)) {
      yield {
        path: ["users", person],
        at: "key",
        must: `must stay until the account is disabled: by ${file} this program made it`,
        hint: `put the entry back as { left: true }, run ${deployCommand("users")}, and delete it then`,
      };
    }
  };

/** Whom a state says that this program made, and who is not known to have left. */
function peopleIn(file: string): string[] {
  return resourcesIn(file, z.object({ resource_url: z.string().optional() }))
    .filter(
      ({ type, name }) => type === "msgraph_resource_action" && name !== address && !name.endsWith(`__${arrived}`),
    )
    .filter(({ instances }) => instances.some(({ attributes }) => attributes.resource_url?.startsWith("users")))
    .map(({ name }) => nameAt(name));
}
