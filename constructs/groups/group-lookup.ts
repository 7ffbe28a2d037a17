import { DataAzureadGroup } from "@cdktf/provider-azuread/lib/data-azuread-group";
import type { TerraformDataSource } from "cdktf";
import { Construct } from "constructs";
import type { Access, Group } from "../../config/schema/access";
import { DataMsgraphResource } from "../msgraph/data-resource";
import { odataText } from "../msgraph/odata-text";
import { expression, reference, type Expression } from "../terraform/expression";
import { literal } from "../terraform/literal";
import { template } from "../terraform/template";

/** A block `postcondition`. */
export interface Postcondition {
  readonly condition: string;
  readonly error_message: string;
}

/** What is asked of a group that exists: as azuread calls it, and the property in Microsoft Graph. */
const properties = {
  object_id: "id",
  display_name: "displayName",
  security_enabled: "securityEnabled",
  types: "groupTypes",
  mail_enabled: "mailEnabled",
  onpremises_sync_enabled: "onPremisesSyncEnabled",
  assignable_to_role: "isAssignableToRole",
} as const;

export interface GroupLookupProps {
  readonly group: Group;
  /**
   * `batch`: through msgraph. `each`: through azuread, which writes a name into its query as it is, and of a Microsoft 365
   * group asks what Microsoft Graph tells no application: hashicorp/terraform-provider-azuread issue 1929.
   */
  readonly lookup: Access["directory"]["lookup"];
  /** Whether its members are asked for too. */
  readonly listsMembers: boolean;
}

/** A group that exists: one request by display name or object ID, and one more for its members. */
export class GroupLookup extends Construct {
  private readonly source: TerraformDataSource;
  /** A list of the object IDs of its members; of nobody unless they were asked for. */
  readonly members: Expression;

  /** @param id key of the group, which is also its Terraform address */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: GroupLookupProps,
  ) {
    super(scope, id);
    const inBatch = props.lookup === "batch";
    this.source = inBatch ? this.askGraph(id) : this.askAzuread(id);
    this.source.overrideLogicalId(id);
    if (!props.listsMembers) this.members = expression`[]`;
    else this.members = inBatch ? this.listMembers(id) : reference("data.azuread_group", id, "members");
  }

  /** Says what the group has to be, beside being found. */
  demand(conditions: readonly Postcondition[]): void {
    const found = this.props.lookup === "batch" ? isOne(this.node.id, this.props.group) : [];
    this.source.addOverride("lifecycle.postcondition", [...found, ...conditions]);
  }

  /** One of its properties in a postcondition; `otherwise` if it was not found. */
  own(property: keyof typeof properties, otherwise: null | "" | readonly [] = null): Expression {
    if (this.props.lookup !== "batch") return reference("self", property);
    return expression`try(${reference(expression`self.output.groups[0]`, property)}, ${otherwise})`;
  }

  private askAzuread(key: string): TerraformDataSource {
    const { existing, displayName = key } = this.props.group;
    const by = typeof existing === "string" ? { objectId: existing } : { displayName: literal(displayName) };
    return new DataAzureadGroup(this, "Resource", by);
  }

  private askGraph(key: string): TerraformDataSource {
    const { existing, displayName = key } = this.props.group;
    const [property, value] = typeof existing === "string" ? ["id", existing] : ["displayName", displayName];
    const shape = Object.entries(properties).map(([name, from]) => `${name}: ${from}`);
    return new DataMsgraphResource(this, "Resource", {
      url: "groups",
      queryParameters: {
        $filter: [literal(`${property} eq ${odataText(value)}`)],
        $select: [Object.values(properties).join(",")],
      },
      responseExportValues: { groups: `value[].{${shape.join(", ")}}` },
    });
  }

  private listMembers(key: string): Expression {
    const { friendlyUniqueId } = new DataMsgraphResource(this, "members", {
      url: template`groups/${foundGroup(key, "batch", "object_id")}/members`,
      queryParameters: { $select: ["id"], $top: ["999"] },
      responseExportValues: { members: "value[].id" },
    });
    return reference("data.msgraph_resource", friendlyUniqueId, "output", "members");
  }
}

/** One of the properties of a group that was looked up. */
export function foundGroup(
  key: string,
  lookup: GroupLookupProps["lookup"],
  property: keyof typeof properties,
): Expression {
  if (lookup !== "batch") return reference("data.azuread_group", key, property);
  return reference(expression`${reference("data.msgraph_resource", key)}.output.groups[0]`, property);
}

function isOne(key: string, { existing, displayName = key }: Group): Postcondition[] {
  const named = typeof existing === "string" ? `with the object ID ${existing}` : `called "${displayName}"`;
  const cure = "correct it, or name the object ID: existing: <object ID>";
  return [
    { condition: expression`length(self.output.groups) > 0`, sentence: `No group found ${named}: ${cure}.` },
    { condition: expression`length(self.output.groups) < 2`, sentence: `More than one group found ${named}: ${cure}.` },
  ].map(({ condition, sentence }) => ({
    condition: condition.template,
    error_message: literal(`groups.${key}: ${sentence}`),
  }));
}
