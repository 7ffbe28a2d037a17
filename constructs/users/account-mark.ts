import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { markPrefix } from "../../model/users/account";
import { TerraformData } from "../terraform/data";
import { expression } from "../terraform/expression";
import { quoted, template } from "../terraform/template";

/**
 * By what the directory knows the accounts of one access file: an ID that its state made up and keeps, in `employeeType`.
 * Another file, or a state that was lost, never comes to the same.
 */
export class AccountMark extends Construct {
  /** How the mark of each account begins. */
  readonly start = expression`local.mark`;
  /** The mark of an account that comes now. */
  readonly now = expression`local.mark_of_who_comes`;

  /** @param place where the state lies, in words that no other state has */
  constructor(scope: Construct, id: string, place: string) {
    super(scope, id);
    // Not uuid(): a plan already tells whose accounts are there. The time is another for a state that begins anew.
    const name = quoted`${place} ${expression`plantimestamp()`}`;
    const made = new TerraformData(this, "id");
    made.overrideLogicalId("account_mark");
    made.addOverride("input", expression`replace(uuidv5("url", ${name}), "-", "")`.template);
    made.addOverride("lifecycle.ignore_changes", ["input"]);
    this.local("mark", template`${markPrefix}${expression`terraform_data.account_mark.input`}`);
    // When somebody came: whoever comes back and leaves again is not taken for disabled already.
    this.local(
      "mark_of_who_comes",
      template`${this.start} ${expression`formatdate("YYYYMMDDhhmmss", plantimestamp())`}`,
    );
  }

  private local(name: string, text: string): void {
    new TerraformLocal(this, name, text).overrideLogicalId(name);
  }
}
