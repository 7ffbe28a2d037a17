import { DataResource } from "cdktf";
import { Construct } from "constructs";
import { address as addressOf } from "../model/address";
import { literal } from "./literal";
import { MsgraphResourceAction } from "./msgraph/resource-action";
import { expression, joined, reference, type Expression } from "./terraform/expression";
import { quoted } from "./terraform/template";

export interface CreatedUserProps {
  /** User principal name, in lower case. */
  readonly person: string;
  readonly displayName: string;
  /** By what the directory knows the accounts of this program. */
  readonly marker: string;
  /** Accounts of this program that are there, by user principal name with their object IDs. */
  readonly accounts: Expression;
}

/**
 * One cloud user, made once with a first password; an account that this program made before is enabled again. No resource
 * that would delete it: whoever leaves the access file is disabled by the next deployment. learn.microsoft.com/graph/api/user-post-users
 */
export class CreatedUser extends Construct {
  /** The account's object ID. */
  readonly objectId: Expression;

  constructor(scope: Construct, { person, displayName, marker, accounts }: CreatedUserProps) {
    super(scope, addressOf(person));
    const id = expression`try(${accounts}[${person}], null)`;
    const named = expression`accountEnabled = true, displayName = ${displayName}`;
    const asNew = joined([
      named,
      expression`userPrincipalName = ${person}`,
      expression`mailNickname = ${person.slice(0, person.indexOf("@"))}`,
      expression`employeeType = ${marker}`,
      expression`passwordProfile = {forceChangePasswordNextSignIn = true, password = sensitive(${password})}`,
    ]);
    const account = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: expression`${id} == null ? "users" : ${quoted`users/${id}`}`.template,
      method: expression`${id} == null ? "POST" : "PATCH"`.template,
      // Not a conditional, whose two objects would have to be alike.
      body: expression`[{${asNew}}, {${named}}][${id} == null ? 0 : 1]`.template,
      responseExportValues: { id: "id" },
    });
    account.overrideLogicalId(this.node.id);
    const address = reference("msgraph_resource_action", this.node.id);
    this.objectId = expression`coalesce(try(${address}.output.id, null), trimprefix(${address}.resource_url, "users/"))`;
    const name = new DataResource(this, "name", { triggersReplace: { displayName: literal(displayName) } });
    name.overrideLogicalId(this.node.id);
    account.addOverride("lifecycle", {
      // Once it is made, the account is the directory's.
      ignore_changes: ["resource_url", "method", "body"],
      replace_triggered_by: [reference("terraform_data", this.node.id).code],
    });
  }
}

/** Meets the rules for passwords of Entra, and is random. */
const password = quoted`Aa1-${expression`uuid()`}`;
