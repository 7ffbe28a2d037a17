import { TerraformLocal, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { leftAccounts, leftMark } from "../model/account";
import { deployCommand } from "../model/deploy-command";
import { addCheck } from "./check";
import type { MarkedAccounts } from "./marked-accounts";
import { MsgraphResourceAction } from "./msgraph/resource-action";

export interface LeftAccountsProps {
  /** The accounts of this access file. */
  readonly accounts: MarkedAccounts;
  /** How the mark of each begins; an expression without `${}`. */
  readonly mark: string;
  /** Whom the access file makes, by user principal name. */
  readonly people: readonly string[];
  /** Whom the stack `users` has made, by user principal name with their object IDs; an expression without `${}`. */
  readonly made: string;
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
    this.local("leaving", this.leaving());
    const disabled = this.forEach(
      leftAccounts,
      remove ? "account.left" : "true",
      // Who was disabled before, by a state that is lost, is only asked for.
      new MsgraphResourceAction(this, "Resource", {
        resourceUrl: "users/${each.value.id}",
        method: '${each.value.left ? "GET" : "PATCH"}',
        body: `\${each.value.left ? null : {accountEnabled = false, employeeType = "\${each.value.mark}${leftMark}"}}`,
      }),
    );
    const actions = remove ? [disabled, this.forEach("deleted", "!account.left", this.deletion())] : [disabled];
    const preconditions = this.preconditions();
    for (const action of actions) action.addOverride("lifecycle.precondition", preconditions);
    this.local("synced", "[for account in local.leaving : account.name if account.synced && !account.left]");
    addCheck(scope, "synced", {
      condition: "${length(local.synced) == 0}",
      errorMessage:
        'The accounts of these people are synchronized from Active Directory now, and are only disabled there: ${join(", ", local.synced)}.',
    });
  }

  /** By object ID and arrival: who came back and leaves again is another one than before. */
  private leaving(): string {
    const { accounts, mark, people } = this.props;
    const key = `"\${account.id}\${trimsuffix(trimprefix(account.mark, ${mark}), "${leftMark}")}"`;
    const told = [
      "id = account.id",
      "name = account.name",
      "mark = account.mark",
      `left = endswith(account.mark, "${leftMark}")`,
      "synced = account.synced == true",
    ].join(", ");
    return `{for account in ${accounts.all} : ${key} => {${told}} if !contains(${JSON.stringify(people)}, lower(account.name))}`;
  }

  private deletion(): MsgraphResourceAction {
    return new MsgraphResourceAction(this, "deletion", { resourceUrl: "users/${each.value.id}", method: "DELETE" });
  }

  private forEach(name: string, condition: string, action: MsgraphResourceAction): MsgraphResourceAction {
    action.overrideLogicalId(name);
    const wanted = `{for key, account in local.leaving : key => account if !account.synced && ${condition}}`;
    action.addOverride("for_each", `\${${wanted}}`);
    return action;
  }

  private preconditions() {
    const { people, made } = this.props;
    // Once, not for each account.
    this.local("made_ids", `values(${made})`);
    this.local("listed_ids", `compact([for name in ${JSON.stringify(people)} : try(${made}[name], "")])`);
    return [
      {
        condition: "${!contains(local.listed_ids, each.value.id)}",
        error_message:
          "Somebody under users has another user principal name in the directory now: ${each.value.name}. Call the entry, and members of groups, so.",
      },
      {
        condition: "${!contains(local.made_ids, each.value.id)}",
        error_message: `The stack users does not know yet that \${each.value.name} has left. Deploy users and people first: ${deployCommand("people")}`,
      },
    ];
  }

  private local(name: string, expression: string): void {
    new TerraformLocal(this, name, `\${${expression}}`).overrideLogicalId(name);
  }
}
