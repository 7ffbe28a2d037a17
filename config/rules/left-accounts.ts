import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { nameAt } from "../../model/address";
import { arrived, leftAccounts as address } from "../../model/account";
import type { Rule } from "./rule";

/** What a state of the stack `users` holds, as far as it is read here. */
const State = z.object({
  resources: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      instances: z.array(z.object({ attributes: z.object({ resource_url: z.string().optional() }) })),
    }),
  ),
});

/**
 * The last people whom this program made are gone from the file, and with them the stack that would disable their accounts.
 * What lies in other backends cannot be seen from here.
 *
 * @param directory folder of the access file
 */
export const leftAccounts = (directory: string): Rule =>
  function* ({ backend, users }) {
    if ((backend.type ?? "local") !== "local") return;
    if (Object.values(users).some(({ create, left }) => create !== undefined || left === true)) return;
    const file = join(resolve(directory, backend.directory ?? "state"), "users.tfstate");
    for (const person of peopleIn(file)) {
      yield {
        path: ["users", person],
        at: "key",
        must: `must stay until the account is disabled: by ${file} this program made it`,
        hint: "put the entry back as { left: true }, run npx cdktf deploy users, and delete it then",
      };
    }
  };

/** Whom a state says that this program made, and who is not known to have left; nobody if it is not a state. */
function peopleIn(file: string): string[] {
  try {
    return State.parse(JSON.parse(readFileSync(file, "utf8")))
      .resources.filter(
        ({ type, name }) => type === "msgraph_resource_action" && name !== address && !name.endsWith(`__${arrived}`),
      )
      .filter(({ instances }) => instances.some(({ attributes }) => attributes.resource_url?.startsWith("users")))
      .map(({ name }) => nameAt(name));
  } catch {
    return [];
  }
}
