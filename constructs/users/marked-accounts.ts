import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { DataMsgraphResource } from "../msgraph/data-resource";
import { expression, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";

/** Most users on a page, and msgraph asks for a second one without `ConsistencyLevel`: learn.microsoft.com/graph/paging */
const most = 999;

/** Graph filters by `employeeType` as an advanced query only: learn.microsoft.com/graph/aad-advanced-queries */
const headers = { ConsistencyLevel: "eventual" };

/** Every account whose mark begins so, whoever has it: `id`, `name`, `mark`, `synced` of each. */
export class MarkedAccounts extends Construct {
  /** A list of objects. */
  readonly all = expression`local.marked`;

  /** @param mark of letters, digits and spaces */
  constructor(scope: Construct, id: string, mark: Expression) {
    super(scope, id);
    const $filter = [template`startswith(employeeType,'${mark}')`];
    const count = new DataMsgraphResource(this, "count", {
      url: "users/$count",
      headers,
      queryParameters: { $filter },
      responseExportValues: { accounts: "@" },
    });
    count.overrideLogicalId("accounts_count");
    const found = new DataMsgraphResource(this, "all", {
      url: "users",
      headers,
      queryParameters: {
        $count: ["true"],
        $filter,
        $select: ["id,userPrincipalName,employeeType,onPremisesSyncEnabled"],
        $top: [String(most)],
      },
      responseExportValues: {
        people: "value[].{id: id, name: userPrincipalName, mark: employeeType, synced: onPremisesSyncEnabled}",
      },
    });
    found.overrideLogicalId("accounts");
    const counted = expression`data.msgraph_resource.accounts_count.output.accounts`;
    found.addOverride("lifecycle.precondition", [
      {
        condition: expression`${counted} <= ${most}`.template,
        error_message: template`The directory has ${counted} accounts that this access file made, and no more than ${String(most)} can be looked up. Delete those of people who left in Entra, or make people in another way.`,
      },
    ]);
    new TerraformLocal(
      this,
      "marked",
      expression`data.msgraph_resource.accounts.output.people`.template,
    ).overrideLogicalId("marked");
  }
}
