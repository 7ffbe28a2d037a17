import { Construct } from "constructs";
import { MsgraphResourceAction } from "../msgraph/resource-action";
import { expression } from "../terraform/expression";
import { template } from "../terraform/template";
import type { AccountMark } from "./account-mark";
import type { DirectoryAccounts } from "./directory-accounts";

export interface TakenOverAccountsProps {
  readonly accounts: DirectoryAccounts;
  readonly mark: AccountMark;
}

/** Accounts of another state, or of an older release, that get the mark of this one; only with `allow: [take-over-users]`. */
export class TakenOverAccounts extends Construct {
  constructor(scope: Construct, id: string, { accounts, mark }: TakenOverAccountsProps) {
    super(scope, id);
    const action = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: template`users/${expression`each.value`}`,
      method: "PATCH",
      body: { employeeType: mark.now.template },
    });
    action.overrideLogicalId("taken_over");
    action.addOverride(
      "for_each",
      expression`{for name in ${accounts.foreign} : name => local.there[name].id}`.template,
    );
  }
}
