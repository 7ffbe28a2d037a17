import { DataAzureadGroup } from "@cdktf/provider-azuread/lib/data-azuread-group";
import { Construct } from "constructs";
import type { Access, Group } from "../config/schema/access";
import { AddedMembers } from "./added-members";
import type { DirectoryPeople } from "./directory-people";
import { literal } from "./literal";
import { expression, type Expression } from "./terraform/expression";
import { template } from "./terraform/template";

export interface ExistingGroupProps {
  readonly access: Access;
  /** The group as the access file has it. */
  readonly group: Group;
  /**
   * Where members are looked up.
   *
   * @default - no group of the access file has members
   */
  readonly people: DirectoryPeople | undefined;
}

/** One security group that others keep: it is looked up, members are added to it, and nobody else is touched. */
export class ExistingGroup extends Construct {
  /**
   * The members that this program adds.
   *
   * @default - it adds none
   */
  readonly added: AddedMembers | undefined;

  /** @param id key of the group, which is also its Terraform address */
  constructor(scope: Construct, id: string, { access, group, people }: ExistingGroupProps) {
    super(scope, id);
    const { existing, members, groups } = group;
    const name = group.displayName ?? id;
    const found = new DataAzureadGroup(
      this,
      "Resource",
      typeof existing === "string" ? { objectId: existing } : { displayName: literal(name) },
    );
    found.overrideLogicalId(id);
    const adds = members.length > 0 || groups.length > 0;
    found.addOverride("lifecycle.postcondition", [isSecurityGroup(id), ...(adds ? takesMembers(id) : [])]);
    this.added = adds ? new AddedMembers(this, "members", { access, key: id, group, people }) : undefined;
  }
}

const displayName = expression`self.display_name`;

const isSecurityGroup = (key: string) => ({
  condition: expression`self.security_enabled`.template,
  error_message: template`groups.${key}: "${displayName}" is not security-enabled, so no token ever lists it. Name a security group.`,
});

/** What Microsoft Graph refuses: learn.microsoft.com/graph/api/group-post-members */
const takesMembers = (key: string) =>
  (
    [
      [
        expression`!contains(self.types, "DynamicMembership")`,
        "has a rule, by which Entra alone decides who is in it: change the rule",
      ],
      [
        expression`!self.mail_enabled || contains(self.types, "Unified")`,
        "is mail-enabled, so Microsoft Graph takes no members for it: add them in Exchange",
      ],
      [expression`self.onpremises_sync_enabled != true`, "is synchronized from Active Directory: add members there"],
    ] satisfies [Expression, string][]
  ).map(([condition, reason]) => ({
    condition: condition.template,
    error_message: template`groups.${key}: "${displayName}" ${reason}, and leave members and groups out of the access file.`,
  }));
