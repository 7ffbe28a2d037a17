import { DataResource } from "cdktf";
import { Construct } from "constructs";
import { address as addressOf } from "../model/address";
import { literal } from "./literal";
import { MsgraphResourceAction } from "./msgraph/resource-action";

export interface CreatedUserProps {
  /** User principal name, in lower case. */
  readonly person: string;
  readonly displayName: string;
  /** By what the directory knows the accounts of this program. */
  readonly marker: string;
  /** Accounts of this program that are there, by user principal name with their object IDs; an expression without `${}`. */
  readonly accounts: string;
}

/**
 * One cloud user, made once with a first password; an account that this program made before is enabled again. No resource
 * that would delete it: whoever leaves the access file is disabled by the next deployment. learn.microsoft.com/graph/api/user-post-users
 */
export class CreatedUser extends Construct {
  /** The account's object ID, as an expression without `${}`. */
  readonly objectId: string;

  constructor(scope: Construct, { person, displayName, marker, accounts }: CreatedUserProps) {
    super(scope, addressOf(person));
    const id = `try(${accounts}[${JSON.stringify(person)}], null)`;
    const named = `accountEnabled = true, displayName = ${quoted(displayName)}`;
    const asNew = [
      named,
      `userPrincipalName = ${quoted(person)}`,
      `mailNickname = ${quoted(person.slice(0, person.indexOf("@")))}`,
      `employeeType = ${quoted(marker)}`,
      `passwordProfile = {forceChangePasswordNextSignIn = true, password = sensitive("Aa1-\${uuid()}")}`,
    ].join(", ");
    const account = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: `\${${id} == null ? "users" : "users/\${${id}}"}`,
      method: `\${${id} == null ? "POST" : "PATCH"}`,
      // Not a conditional, whose two objects would have to be alike.
      body: `\${[{${asNew}}, {${named}}][${id} == null ? 0 : 1]}`,
      responseExportValues: { id: "id" },
    });
    account.overrideLogicalId(this.node.id);
    const address = `msgraph_resource_action.${this.node.id}`;
    this.objectId = `coalesce(try(${address}.output.id, null), trimprefix(${address}.resource_url, "users/"))`;
    const name = new DataResource(this, "name", { triggersReplace: { displayName: literal(displayName) } });
    name.overrideLogicalId(this.node.id);
    account.addOverride("lifecycle", {
      // Once it is made, the account is the directory's.
      ignore_changes: ["resource_url", "method", "body"],
      replace_triggered_by: [`terraform_data.${this.node.id}`],
    });
  }
}

/** A text inside an expression. */
const quoted = (text: string) => JSON.stringify(literal(text));
