import { z } from "zod";
import { arrived, keepsAccounts, leftAccounts as address } from "../../model/account";
import { nameAt } from "../../model/address";
import { deployCommand } from "../../model/deploy-command";
import { attributesOf } from "../state";
import { localState, resourcesIn } from "./local-resources";
import type { Rule } from "./rule";

const Action = z.object({ resource_url: z.string() });

/**
 * The last people whom this program made are gone from the file, and with them the stack that would disable their accounts.
 * What lies in other backends cannot be seen from here.
 *
 * @param directory folder of the access file
 */
export const leftAccounts = (directory: string): Rule =>
  function* leftAccounts({ backend, users }) {
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
  return resourcesIn(file)
    .filter(
      ({ type, name }) => type === "msgraph_resource_action" && name !== address && !name.endsWith(`__${arrived}`),
    )
    .filter((resource) =>
      attributesOf(file, resource, Action).some(({ resource_url }) => resource_url.startsWith("users")),
    )
    .map(({ name }) => nameAt(name));
}
