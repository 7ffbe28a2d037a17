import { TerraformLocal, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { leftMark, markPrefix, olderMarkPrefix } from "../model/account";
import type { AccountMark } from "./account-mark";
import { addCheck } from "./check";
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
  /** Names of people whose accounts another access file made, or a state that is lost; an expression without `${}`. */
  readonly foreign = "local.foreign";

  constructor(scope: TerraformStack, id: string, { names, mark, takeOver }: DirectoryAccountsProps) {
    super(scope, id);
    const told = { id: "id", name: "userPrincipalName", mark: "employeeType", enabled: "accountEnabled" };
    const users = lookUpUsers(this, "users", { by: "userPrincipalName", values: names, told });
    const account = `{id = user.id, enabled = user.enabled, mark = user.mark == null ? "" : user.mark}`;
    this.local("there", `{for user in ${users} : lower(user.name) => ${account}}`);
    const made = (prefixes: readonly string[]) =>
      `length(regexall("^(${prefixes.join("|")})", account.mark)) > 0 && !startswith(account.mark, ${mark.start})`;
    const foreign = made([markPrefix, olderMarkPrefix]);
    this.local("foreign", `[for name, account in local.there : name if ${foreign}]`);
    const owned = `startswith(account.mark, ${mark.start})${takeOver ? " || contains(local.foreign, name)" : ""}`;
    this.local("accounts", `{for name, account in local.there : name => account if ${owned}}`);
    this.warn(scope, mark);
  }

  /** The object ID of somebody's account that is this state's; `null` without one; an expression without `${}`. */
  idOf(person: string): string {
    return `try(local.accounts[${JSON.stringify(person)}].id, null)`;
  }

  /** Whether somebody's account was disabled by this program; an expression without `${}`. */
  hasLeft(person: string): string {
    return `try(endswith(local.accounts[${JSON.stringify(person)}].mark, "${leftMark}"), false)`;
  }

  private warn(stack: TerraformStack, mark: AccountMark): void {
    this.local(
      "unmarked",
      `[for name, account in local.there : name if !contains(keys(local.accounts), name) && !contains(local.foreign, name)]`,
    );
    addCheck(stack, "unmarked", {
      condition: "${length(local.unmarked) == 0}",
      errorMessage: `The directory has these people without the mark of this access file, so it neither renames nor disables them: \${join(", ", local.unmarked)}. If this file made them, set employeeType to "\${${mark.start}}" again; if others did, take create out.`,
    });
    const isBlocked = `account.enabled == false && !endswith(account.mark, "${leftMark}")`;
    this.local("blocked", `[for name, account in local.accounts : name if ${isBlocked}]`);
    addCheck(stack, "blocked", {
      condition: "${length(local.blocked) == 0}",
      errorMessage: `Others have blocked the accounts of these people, and this program enables only whom it disabled itself: \${join(", ", local.blocked)}.`,
    });
  }

  private local(name: string, expression: string): void {
    new TerraformLocal(this, name, `\${${expression}}`).overrideLogicalId(name);
  }
}
