import { Construct } from "constructs";
import { address as addressOf } from "../../model/terraform/address";
import { MsgraphResourceAction } from "../msgraph/resource-action";
import { TerraformData } from "../terraform/data";
import { expression, joined, reference, type Expression } from "../terraform/expression";
import { literal } from "../terraform/literal";
import { quoted } from "../terraform/template";
import type { AccountMark } from "./account-mark";
import type { DirectoryAccounts } from "./directory-accounts";

export interface CreatedUserProps {
  /** User principal name, in lower case. */
  readonly person: string;
  readonly displayName: string;
  readonly mark: AccountMark;
  /** What is there already. */
  readonly accounts: DirectoryAccounts;
}

/**
 * One cloud user, made once with a first password. An account of this state that is there is only named; it is enabled if
 * this program disabled it. No resource that would delete it: see the stack `leavers`. learn.microsoft.com/graph/api/user-post-users
 */
export class CreatedUser extends Construct {
  /** Terraform address of the request. */
  readonly address: string;
  /** The account's object ID. */
  readonly objectId: Expression;

  constructor(scope: Construct, { person, displayName, mark, accounts }: CreatedUserProps) {
    super(scope, addressOf(person));
    const id = accounts.idOf(person);
    const named = expression`displayName = ${displayName}`;
    const enabled = expression`accountEnabled = true, ${named}, employeeType = ${mark.now}`;
    const asNew = joined([
      enabled,
      expression`userPrincipalName = ${person}`,
      expression`mailNickname = ${person.slice(0, person.indexOf("@"))}`,
      expression`passwordProfile = {forceChangePasswordNextSignIn = true, password = sensitive(${password})}`,
    ]);
    const account = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: expression`${id} == null ? "users" : ${quoted`users/${id}`}`.template,
      method: expression`${id} == null ? "POST" : "PATCH"`.template,
      // Not a conditional, whose objects would have to be alike.
      body: expression`[{${asNew}}, {${named}}, {${enabled}}][${id} == null ? 0 : ${accounts.hasLeft(person)} ? 2 : 1]`
        .template,
      responseExportValues: { id: "id" },
      again: [reference("terraform_data", this.node.id).code],
    });
    account.overrideLogicalId(this.node.id);
    const request = reference("msgraph_resource_action", this.node.id);
    this.address = request.code;
    this.objectId = expression`coalesce(try(${request}.output.id, null), trimprefix(${request}.resource_url, "users/"))`;
    const name = new TerraformData(this, "name", { displayName: literal(displayName) });
    name.overrideLogicalId(this.node.id);
  }
}

/** Meets the rules for passwords of Entra, and is random. */
const password = quoted`Aa1-${expression`uuid()`}`;
