import { Group } from "@cdktf/provider-azuread/lib/group";
import { Construct } from "constructs";
import type { Group as GroupEntry } from "../config/schema/access";
import type { DirectoryPeople } from "./directory-people";
import { literal } from "./literal";

export interface AccessGroupProps {
  /** The group as the access file has it. */
  readonly group: GroupEntry;
  /**
   * Where members are looked up.
   *
   * @default - no group of the access file has members
   */
  readonly people: DirectoryPeople | undefined;
}

/**
 * One security group and exactly who is in it. Members are one attribute, not a resource each: a removal takes half a
 * second instead of twenty, and whoever was added by hand shows in the next plan.
 */
export class AccessGroup extends Construct {
  /** The group's object ID, as `${…}`. */
  readonly objectId: string;

  /** @param id key of the group, which is also its Terraform address */
  constructor(scope: Construct, id: string, { group, people }: AccessGroupProps) {
    super(scope, id);
    const resource = new Group(this, "Resource", {
      displayName: literal(group.displayName ?? id),
      securityEnabled: true,
      preventDuplicateNames: true,
      ...(group.description === undefined ? {} : { description: literal(group.description) }),
    });
    resource.addOverride("members", people === undefined ? [] : `\${${people.objectIds([...group.members].sort())}}`);
    resource.overrideLogicalId(id);
    this.objectId = `\${azuread_group.${id}.object_id}`;
  }
}
