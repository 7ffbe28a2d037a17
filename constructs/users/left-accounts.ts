import { TerraformLocal, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { deployCommand } from "../../model/terraform/deploy-command";
import { leftAccounts, leftMark } from "../../model/users/account";
import { MsgraphResourceAction } from "../msgraph/resource-action";
import { addCheck } from "../terraform/check";
import { expression, joined, type Expression } from "../terraform/expression";
import { quoted, template } from "../terraform/template";
import type { MarkedAccounts } from "./marked-accounts";

export interface LeftAccountsProps {
  /** The accounts of this access file. */
  readonly accounts: MarkedAccounts;
  /** How the mark of each begins. */
  readonly mark: Expression;
  /** Whom the access file makes, by user principal name. */
  readonly people: readonly string[];
  /** Whom the stack `users` has made, by user principal name with their object IDs. */
  readonly made: Expression;
  /** Whether accounts are deleted instead of disabled. */
  readonly remove: boolean;
}

/**
 * The accounts that this program made for people who are not in the access file any more: what was made is known by the
 * directory, since CDKTF forgets what is not in the file. Each is disabled, or deleted, once: its mark says so afterwards.
 */
export class LeftAccounts extends Construct {
  constructor(
    scope: TerraformStack,
    id: string,
    private readonly props: LeftAccountsProps,
  ) {
    super(scope, id);
    const { remove } = props;
    const mark = quoted`${expression`each.value.mark`}${leftMark}`;
    this.local("leaving", this.leaving());
    const disabled = this.forEach(
      leftAccounts,
      remove ? expression`account.left` : expression`true`,
      // Who was disabled before, by a state that is lost, is only asked for.
      new MsgraphResourceAction(this, "Resource", {
        resourceUrl: template`users/${expression`each.value.id`}`,
        method: expression`each.value.left ? "GET" : "PATCH"`.template,
        body: expression`each.value.left ? null : {accountEnabled = false, employeeType = ${mark}}`.template,
      }),
    );
    const actions = remove
      ? [disabled, this.forEach("deleted", expression`!account.left`, this.deletion())]
      : [disabled];
    const preconditions = this.preconditions();
    for (const action of actions) action.addOverride("lifecycle.precondition", preconditions);
    this.local("synced", expression`[for account in local.leaving : account.name if account.synced && !account.left]`);
    addCheck(scope, "synced", {
      condition: expression`length(local.synced) == 0`,
      errorMessage: template`The accounts of these people are synchronized from Active Directory now, and are only disabled there: ${expression`join(", ", local.synced)`}.`,
    });
  }

  /** By object ID and arrival: who came back and leaves again is another one than before. */
  private leaving(): Expression {
    const { accounts, mark, people } = this.props;
    const arrival = expression`trimsuffix(trimprefix(account.mark, ${mark}), ${leftMark})`;
    const key = quoted`${expression`account.id`}${arrival}`;
    const told = joined([
      expression`id = account.id`,
      expression`name = account.name`,
      expression`mark = account.mark`,
      expression`left = endswith(account.mark, ${leftMark})`,
      expression`synced = account.synced == true`,
    ]);
    return expression`{for account in ${accounts.all} : ${key} => {${told}} if !contains(${people}, lower(account.name))}`;
  }

  private deletion(): MsgraphResourceAction {
    return new MsgraphResourceAction(this, "deletion", {
      resourceUrl: template`users/${expression`each.value.id`}`,
      method: "DELETE",
    });
  }

  private forEach(name: string, condition: Expression, action: MsgraphResourceAction): MsgraphResourceAction {
    action.overrideLogicalId(name);
    const wanted = expression`{for key, account in local.leaving : key => account if !account.synced && ${condition}}`;
    action.addOverride("for_each", wanted.template);
    return action;
  }

  private preconditions() {
    const { people, made } = this.props;
    // Once, not for each account.
    this.local("made_ids", expression`values(${made})`);
    this.local("listed_ids", expression`compact([for name in ${people} : try(${made}[name], "")])`);
    return [
      {
        condition: expression`!contains(local.listed_ids, each.value.id)`.template,
        error_message: template`Somebody under users has another user principal name in the directory now: ${expression`each.value.name`}. Call the entry, and members of groups, so.`,
      },
      {
        condition: expression`!contains(local.made_ids, each.value.id)`.template,
        error_message: template`The stack users does not know yet that ${expression`each.value.name`} has left. Deploy users and people first: ${deployCommand("people")}`,
      },
    ];
  }

  private local(name: string, value: Expression): void {
    new TerraformLocal(this, name, value.template).overrideLogicalId(name);
  }
}
