import { DataResource, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { markPrefix } from "../model/account";
import { literal } from "./literal";

/**
 * By what the directory knows the accounts of one access file: an ID that its state made up and keeps, in `employeeType`.
 * Another file, or a state that was lost, never comes to the same.
 */
export class AccountMark extends Construct {
  /** How the mark of each account begins; an expression without `${}`. */
  readonly start = "local.mark";
  /** The mark of an account that comes now; an expression without `${}`. */
  readonly now = "local.mark_of_who_comes";

  /** @param place where the state lies, in words that no other state has */
  constructor(scope: Construct, id: string, place: string) {
    super(scope, id);
    // Not uuid(): a plan already tells whose accounts are there. The time is another for a state that begins anew.
    const input = `\${replace(uuidv5("url", "${quoted(place)} \${plantimestamp()}"), "-", "")}`;
    const made = new DataResource(this, "id");
    made.overrideLogicalId("account_mark");
    // CDKTF takes no text here.
    made.addOverride("input", input);
    made.addOverride("lifecycle.ignore_changes", ["input"]);
    this.local("mark", `${markPrefix}\${terraform_data.account_mark.input}`);
    // When somebody came: whoever comes back and leaves again is not taken for disabled already.
    this.local("mark_of_who_comes", `\${local.mark} \${formatdate("YYYYMMDDhhmmss", plantimestamp())}`);
  }

  private local(name: string, text: string): void {
    new TerraformLocal(this, name, text).overrideLogicalId(name);
  }
}

/** A text inside a quoted template. */
const quoted = (text: string) => JSON.stringify(literal(text)).slice(1, -1);
