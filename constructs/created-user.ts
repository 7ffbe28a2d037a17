import { DataResource } from "cdktf";
import { Construct } from "constructs";
import { address as addressOf } from "../model/address";
import type { AccountMark } from "./account-mark";
import type { DirectoryAccounts } from "./directory-accounts";
import { literal } from "./literal";
import { MsgraphResourceAction } from "./msgraph/resource-action";

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
  /** The account's object ID, as an expression without `${}`. */
  readonly objectId: string;

  constructor(scope: Construct, { person, displayName, mark, accounts }: CreatedUserProps) {
    super(scope, addressOf(person));
    const id = accounts.idOf(person);
    const named = `displayName = ${quoted(displayName)}`;
    const enabled = `accountEnabled = true, ${named}, employeeType = ${mark.now}`;
    const asNew = [
      enabled,
      `userPrincipalName = ${quoted(person)}`,
      `mailNickname = ${quoted(person.slice(0, person.indexOf("@")))}`,
      `passwordProfile = {forceChangePasswordNextSignIn = true, password = sensitive("Aa1-\${uuid()}")}`,
    ].join(", ");
    const account = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: `\${${id} == null ? "users" : "users/\${${id}}"}`,
      method: `\${${id} == null ? "POST" : "PATCH"}`,
      // Not a conditional, whose objects would have to be alike.
      body: `\${[{${asNew}}, {${named}}, {${enabled}}][${id} == null ? 0 : ${accounts.hasLeft(person)} ? 2 : 1]}`,
      responseExportValues: { id: "id" },
      again: [`terraform_data.${this.node.id}`],
    });
    account.overrideLogicalId(this.node.id);
    this.address = `msgraph_resource_action.${this.node.id}`;
    this.objectId = `coalesce(try(${this.address}.output.id, null), trimprefix(${this.address}.resource_url, "users/"))`;
    const name = new DataResource(this, "name", { triggersReplace: { displayName: literal(displayName) } });
    name.overrideLogicalId(this.node.id);
  }
}

/** A text inside an expression. */
const quoted = (text: string) => JSON.stringify(literal(text));
