import { readFileSync } from "node:fs";
import { z } from "zod";
import { arrived, keepsAccounts, leftAccounts as address } from "../../model/account";
import { nameAt } from "../../model/address";
import { deployCommand } from "../../model/deploy-command";
import { localState, resourcesIn } from "./local-resources";
import type { Rule } from "./rule";

/**
 * The last people whom this program made are gone from the file, and with them the stacks that would disable their accounts.
 * What lies in other backends cannot be seen from here.
 *
 * @param directory folder of the access file
 */
export const leftAccounts = (directory: string): Rule =>
  function* ({ backend, users }) {
    const file = localState(backend, directory, "users");
    const leavers = localState(backend, directory, "leavers");
    if (file === undefined || leavers === undefined || keepsAccounts(users)) return;
    for (const person of new Set([...peopleIn(file), ...enabledIn(file, leavers)])) {
      yield {
        path: ["users", person],
        at: "key",
        must: `must stay until the account is disabled: by ${file} this program made it`,
        hint: `put the entry back as { left: true }, run ${deployCommand("leavers")}, and delete it then`,
      };
    }
  };

const Action = z.object({ resource_url: z.string().optional() });

/** Whom a state says that this program made, and who is not known to have left. */
function peopleIn(file: string): string[] {
  return resourcesIn(file, Action)
    .filter(
      ({ type, name }) => type === "msgraph_resource_action" && name !== address && !name.endsWith(`__${arrived}`),
    )
    .filter(({ instances }) => instances.some(({ attributes }) => attributes.resource_url?.startsWith("users")))
    .map(({ name }) => nameAt(name));
}

const Outputs = z.object({
  outputs: z.object({ left_account_ids: z.object({ value: z.record(z.string(), z.string().nullable()) }) }),
});

/** Who has left by the state of `users`, and is not disabled by that of `leavers`. */
function enabledIn(file: string, leavers: string): string[] {
  const disabled = new Set(
    resourcesIn(leavers, Action).flatMap(({ instances }) => instances.map(({ attributes }) => attributes.resource_url)),
  );
  return Object.entries(leftIn(file)).flatMap(([person, id]) =>
    id === null || disabled.has(`users/${id}`) ? [] : [person],
  );
}

function leftIn(file: string): Readonly<Record<string, string | null>> {
  try {
    return Outputs.parse(JSON.parse(readFileSync(file, "utf8"))).outputs.left_account_ids.value;
  } catch {
    return {};
  }
}
