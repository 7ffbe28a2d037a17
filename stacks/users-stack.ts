import { TerraformLocal, TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import type { States } from "../constructs/states/states";
import { expression, reference, type Expression } from "../constructs/terraform/expression";
import { useMsgraph } from "../constructs/terraform/providers";
import { template } from "../constructs/terraform/template";
import { AccountMark } from "../constructs/users/account-mark";
import { CreatedUser } from "../constructs/users/created-user";
import { DirectoryAccounts } from "../constructs/users/directory-accounts";
import { DirectoryArrival } from "../constructs/users/directory-arrival";
import { DirectoryMembers } from "../constructs/users/directory-members";
import { GuestInvitation } from "../constructs/users/guest-invitation";
import { MarkedAccounts } from "../constructs/users/marked-accounts";
import { TakenOverAccounts } from "../constructs/users/taken-over-accounts";
import { deployCommand } from "../model/terraform/deploy-command";
import { createdPeople, keepsAccounts, peopleWhoLeft } from "../model/users/account";

export interface UsersStackProps {
  readonly access: Access;
  readonly states: States;
}

/**
 * The people whom the access file invites or makes. Its state holds first passwords: only `leavers` reads it. Outputs
 * `account_mark` (how the mark of its accounts begins), `account_ids` and `left_account_ids` (names to object IDs).
 */
export class UsersStack extends TerraformStack {
  private readonly arrivals = new Construct(this, "arrivals");

  constructor(
    scope: Construct,
    id: string,
    private readonly props: UsersStackProps,
  ) {
    super(scope, id);
    const { access, states } = props;
    states.keep(this);
    useMsgraph(this, access);
    if (access.guests.length > 0) this.invite();
    if (keepsAccounts(access.users)) this.keepAccounts();
  }

  /**
   * Reads from another stack whom this one has made.
   *
   * @returns how the mark of the accounts begins, and a map of names to object IDs
   */
  readAccounts(reader: TerraformStack): { readonly mark: Expression; readonly made: Expression } {
    const outputs = this.props.states.read(reader, this, {
      condition: expression`can(self.outputs.account_mark)`,
      errorMessage: `The stack "users" has no accounts yet. Deploy users first: ${deployCommand("users")}`,
    });
    return { mark: reference(outputs, "account_mark"), made: reference(outputs, "account_ids") };
  }

  private invite(): void {
    const { guests, tenant } = this.props.access;
    const members = new DirectoryMembers(this, "members", guests.map(({ mail }) => mail).sort());
    const scope = new Construct(this, "guests");
    for (const guest of guests) {
      const by = new GuestInvitation(scope, { guest, tenant, members });
      new DirectoryArrival(this.arrivals, { person: guest.mail, by });
    }
  }

  private keepAccounts(): void {
    const { access, states } = this.props;
    const takeOver = access.allow.includes("take-over-users");
    const mark = new AccountMark(this, "mark", states.nameOf(this));
    const names = [...createdPeople(access), ...peopleWhoLeft(access)].sort();
    const accounts = new DirectoryAccounts(this, "directory", { names, mark, takeOver });
    if (takeOver) new TakenOverAccounts(this, "taken_over", { accounts, mark });
    this.publishMark(mark, accounts, takeOver);
    this.publishIds(this.make(mark, accounts), mark);
    const left = peopleWhoLeft(access).map((person) => [person, accounts.idOf(person).template]);
    new TerraformOutput(this, "left_account_ids", {
      staticId: true,
      description: "Object ID of each account that is to be disabled, by user principal name.",
      value: Object.fromEntries(left) as Record<string, string>,
    });
  }

  private make(mark: AccountMark, accounts: DirectoryAccounts): Record<string, Expression> {
    const scope = new Construct(this, "users");
    const ids = Object.entries(this.props.access.users).flatMap(([person, { create }]) => {
      if (create === undefined) return [];
      const by = new CreatedUser(scope, { person, displayName: create.displayName, mark, accounts });
      new DirectoryArrival(this.arrivals, { person, by });
      return [[person, by.objectId] as const];
    });
    return Object.fromEntries(ids);
  }

  private publishMark({ start }: AccountMark, { foreign }: DirectoryAccounts, takeOver: boolean): void {
    const output = new TerraformOutput(this, "account_mark", {
      staticId: true,
      description: "How the employeeType of each account begins that this access file made.",
      value: start.template,
    });
    if (takeOver) return;
    output.addOverride("precondition", [
      {
        condition: expression`length(${foreign}) == 0`.template,
        error_message: template`These people have accounts that another access file made, or a state that is lost, or an older release: ${expression`join(", ", ${foreign})`}. If another file keeps them, take create out. If this file did, write allow: [take-over-users] for one deployment: the accounts are its own from then on.`,
      },
    ]);
  }

  private publishIds(ids: Readonly<Record<string, Expression>>, mark: AccountMark): void {
    const value = Object.fromEntries(Object.entries(ids).map(([person, id]) => [person, id.template]));
    new TerraformLocal(this, "account_ids_by_name", value).overrideLogicalId("account_ids");
    const output = new TerraformOutput(this, "account_ids", {
      staticId: true,
      description: "Object ID of each account that this access file makes, by user principal name.",
      value: expression`local.account_ids`.template,
    });
    const { all } = new MarkedAccounts(this, "accounts", mark.start);
    const other = expression`!contains(keys(local.account_ids), lower(account.name))`;
    const made = expression`contains(values(local.account_ids), account.id)`;
    const renamed = expression`[for account in ${all} : account.name if ${other} && ${made}]`;
    new TerraformLocal(this, "renamed", renamed.template).overrideLogicalId("renamed");
    output.addOverride("precondition", [
      {
        condition: expression`length(local.renamed) == 0`.template,
        error_message: template`Somebody under users has another user principal name in the directory now: ${expression`join(", ", local.renamed)`}. Call the entry, and members of groups, so.`,
      },
    ]);
  }
}
