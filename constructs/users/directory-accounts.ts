import { TerraformLocal, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { leftMark, markPrefix, olderMarkPrefix } from "../../model/users/account";
import { addCheck } from "../terraform/check";
import { expression, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";
import type { AccountMark } from "./account-mark";
import { lookUpUsers } from "./user-lookup";

export interface DirectoryAccountsProps {
  /** Whom the access file makes or made, by user principal name, each once. */
  readonly names: readonly string[];
  readonly mark: AccountMark;
  /** Whether accounts that another state made become this one's. */
  readonly takeOver: boolean;
}

/**
 * The accounts that are there already of people whom the access file makes: looked up by name, which Graph knows at once,
 * while the index of advanced queries lags behind.
 */
export class DirectoryAccounts extends Construct {
  /** Names of people whose accounts another access file made, or a state that is lost. */
  readonly foreign = expression`local.foreign`;

  constructor(scope: TerraformStack, id: string, { names, mark, takeOver }: DirectoryAccountsProps) {
    super(scope, id);
    const told = { id: "id", name: "userPrincipalName", mark: "employeeType", enabled: "accountEnabled" };
    const users = lookUpUsers(this, "users", { by: "userPrincipalName", values: names, told });
    const account = expression`{id = user.id, enabled = user.enabled, mark = user.mark == null ? "" : user.mark}`;
    this.local("there", expression`{for user in ${users} : lower(user.name) => ${account}}`);
    const made = (prefixes: readonly string[]) =>
      expression`length(regexall(${`^(${prefixes.join("|")})`}, account.mark)) > 0 && !startswith(account.mark, ${mark.start})`;
    const foreign = made([markPrefix, olderMarkPrefix]);
    this.local("foreign", expression`[for name, account in local.there : name if ${foreign}]`);
    const marked = expression`startswith(account.mark, ${mark.start})`;
    const owned = takeOver ? expression`${marked} || contains(local.foreign, name)` : marked;
    this.local("accounts", expression`{for name, account in local.there : name => account if ${owned}}`);
    this.warn(scope, mark);
  }

  /** The object ID of somebody's account that is this state's; `null` without one. */
  idOf(person: string): Expression {
    return expression`try(local.accounts[${person}].id, null)`;
  }

  /** Whether somebody's account was disabled by this program. */
  hasLeft(person: string): Expression {
    return expression`try(endswith(local.accounts[${person}].mark, ${leftMark}), false)`;
  }

  private warn(stack: TerraformStack, mark: AccountMark): void {
    this.local(
      "unmarked",
      expression`[for name, account in local.there : name if !contains(keys(local.accounts), name) && !contains(local.foreign, name)]`,
    );
    addCheck(stack, "unmarked", {
      condition: expression`length(local.unmarked) == 0`,
      errorMessage: template`The directory has these people without the mark of this access file, so it neither renames nor disables them: ${expression`join(", ", local.unmarked)`}. If this file made them, set employeeType to "${mark.start}" again; if others did, take create out.`,
    });
    const isBlocked = expression`account.enabled == false && !endswith(account.mark, ${leftMark})`;
    this.local("blocked", expression`[for name, account in local.accounts : name if ${isBlocked}]`);
    addCheck(stack, "blocked", {
      condition: expression`length(local.blocked) == 0`,
      errorMessage: template`Others have blocked the accounts of these people, and this program enables only whom it disabled itself: ${expression`join(", ", local.blocked)`}.`,
    });
  }

  private local(name: string, value: Expression): void {
    new TerraformLocal(this, name, value.template).overrideLogicalId(name);
  }
}
