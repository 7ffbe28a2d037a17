import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { expression } from "../terraform/expression";
import { lookUpUsers } from "./user-lookup";

/** Members of the directory, no guests, who have one of these mail addresses. */
export class DirectoryMembers extends Construct {
  /** A map of addresses to user principal names. */
  readonly byMail = expression`local.members_by_mail`;

  /** @param addresses mail addresses in lower case, each once */
  constructor(scope: Construct, id: string, addresses: readonly string[]) {
    super(scope, id);
    const told = { mail: "mail", name: "userPrincipalName", type: "userType" };
    const users = lookUpUsers(this, "batch", { by: "mail", values: addresses, told });
    const names = expression`{for person in ${users} : lower(person.mail) => person.name... if person.type != "Guest"}`;
    const byMail = expression`{for mail, names in ${names} : mail => names[0]}`;
    new TerraformLocal(this, "by-mail", byMail.template).overrideLogicalId("members_by_mail");
  }
}
