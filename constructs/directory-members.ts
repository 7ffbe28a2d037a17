import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { lookUpUsers } from "./user-lookup";

/** Members of the directory, no guests, who have one of these mail addresses. */
export class DirectoryMembers extends Construct {
  /** A map of addresses to user principal names; an expression without `${}`. */
  readonly byMail = "local.members_by_mail";

  /** @param addresses mail addresses in lower case, each once */
  constructor(scope: Construct, id: string, addresses: readonly string[]) {
    super(scope, id);
    const told = { mail: "mail", name: "userPrincipalName", type: "userType" };
    const users = lookUpUsers(this, "batch", { by: "mail", values: addresses, told });
    const names = `{for person in ${users} : lower(person.mail) => person.name... if person.type != "Guest"}`;
    new TerraformLocal(this, "by-mail", `\${{for mail, names in ${names} : mail => names[0]}}`).overrideLogicalId(
      "members_by_mail",
    );
  }
}
