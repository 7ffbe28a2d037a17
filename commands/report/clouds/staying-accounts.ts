import type { Access } from "../../../config/schema/access";
import { deployCommand } from "../../../model/terraform/deploy-command";
import { keepsAccounts } from "../../../model/users/account";
import type { ComingAndGoing } from "./coming-and-going";

/** Accounts that stay as they are though their people go: with the last of them goes the stack that would disable them. */
export function stayingAccounts({ going }: ComingAndGoing, after: Access): string[] {
  if (keepsAccounts(after.users)) return [];
  const done = after.allow.includes("delete-users") ? "deletes" : "disables";
  return going.map(
    (person) =>
      `The access file has no stack leavers any more, so nothing ${done} the account of ${person}: put the entry back as { left: true }, run ${deployCommand("leavers")}, then delete it.`,
  );
}
