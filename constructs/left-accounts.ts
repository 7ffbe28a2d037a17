import { Construct } from "constructs";
import { leftAccounts } from "../model/account";
import { MsgraphResourceAction } from "./msgraph/resource-action";
import { expression, joined, type Expression } from "./terraform/expression";
import { template } from "./terraform/template";

export interface LeftAccountsProps {
  /** Accounts of this program that are there, by user principal name with their object IDs. */
  readonly accounts: Expression;
  /** Whom the access file makes, by user principal name, each with the account's object ID. */
  readonly people: ReadonlyMap<string, Expression>;
  /** Whether accounts are deleted instead of disabled. */
  readonly remove: boolean;
}

/**
 * The accounts that this program made for people who are not in the access file any more: what was made is known by the
 * directory, since CDKTF forgets what is not in the file.
 */
export class LeftAccounts extends Construct {
  constructor(scope: Construct, id: string, { accounts, people, remove }: LeftAccountsProps) {
    super(scope, id);
    const action = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: template`users/${expression`each.key`}`,
      method: remove ? "DELETE" : "PATCH",
      ...(remove ? {} : { body: { accountEnabled: false } }),
    });
    action.overrideLogicalId(leftAccounts);
    const left = expression`[for name, id in ${accounts} : id if !contains(${[...people.keys()]}, name)]`;
    action.addOverride("for_each", expression`toset(${left})`.template);
    const name = expression`[for name, id in ${accounts} : name if id == each.key][0]`;
    action.addOverride("lifecycle.precondition", [
      {
        condition: expression`!contains([${joined([...people.values()])}], each.key)`.template,
        error_message: template`Somebody under users has another user principal name in the directory now: ${name}. Call the entry, and members of groups, so.`,
      },
    ]);
  }
}
