import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import type { States } from "../constructs/states/states";
import { useMsgraph } from "../constructs/terraform/providers";
import { LeftAccounts } from "../constructs/users/left-accounts";
import { MarkedAccounts } from "../constructs/users/marked-accounts";
import { createdPeople } from "../model/users/account";
import type { UsersStack } from "./users-stack";

export interface LeaversStackProps {
  readonly access: Access;
  readonly states: States;
  readonly users: UsersStack;
  /** The stacks that let somebody who leaves go first: Entra protects an account while it is in a protected group. */
  readonly after: readonly TerraformStack[];
}

/** The people whom this program made and who are not in the access file any more. */
export class LeaversStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: LeaversStackProps) {
    super(scope, id);
    const { access, states, users, after } = props;
    states.keep(this);
    useMsgraph(this, access);
    const { mark, made } = users.readAccounts(this);
    for (const stack of after) this.addDependency(stack);
    new LeftAccounts(this, "left", {
      accounts: new MarkedAccounts(this, "accounts", mark),
      mark,
      people: createdPeople(access),
      made,
      remove: access.allow.includes("delete-users"),
    });
  }
}
