import { z } from "zod";
import { nameAt } from "../../../model/terraform/address";
import { deployCommand } from "../../../model/terraform/deploy-command";
import { arrived, keepsAccounts, leftAccounts as address } from "../../../model/users/account";
import { attributesOf, stateIn } from "../../states/state";
import type { Rule } from "../rule";
import { localState, resourcesIn } from "../states/local-resources";

const Action = z.object({ resource_url: z.string() });

/**
 * The last people whom this program made are gone from the file, and with them the stacks that would disable their accounts.
 * What lies in other backends cannot be seen from here.
 *
 * @param directory folder of the access file
 */
export const leftAccounts = (directory: string): Rule =>
  function* leftAccounts({ backend, users }) {
    const file = localState(backend, directory, "users");
    const leavers = localState(backend, directory, "leavers");
    if (file === undefined || leavers === undefined || keepsAccounts(users)) return;
    for (const person of new Set([...peopleIn(file), ...enabledIn(file, leavers)])) {
      yield {
        path: ["users", person],
        at: "key",
        must: `must stay until the account is disabled: ${file} says that this program created it`,
        hint: `put the entry back as { left: true }, run ${deployCommand("leavers")}, then delete it`,
      };
    }
  };
leftAccounts.brings = { "users.*": "must stay until the account is disabled" };

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

const Ids = z.record(z.string(), z.string().nullable()).catch({});

/** Who has left by the state of `users`, and is not disabled by that of `leavers`. */
function enabledIn(file: string, leavers: string): string[] {
  const actions = resourcesIn(leavers).filter(({ type }) => type === "msgraph_resource_action");
  const disabled = new Set(
    actions.flatMap((action) => attributesOf(leavers, action, Action)).map(({ resource_url }) => resource_url),
  );
  const left = Ids.parse(stateIn(file)?.outputs["left_account_ids"]?.value);
  return Object.entries(left).flatMap(([person, id]) => (id === null || disabled.has(`users/${id}`) ? [] : [person]));
}
