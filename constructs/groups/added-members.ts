import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Access, Group } from "../../config/schema/access";
import { addCheck } from "../terraform/check";
import { expression, joined, reference, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";
import type { DirectoryPeople } from "../users/directory-people";
import { foundGroup } from "./group-lookup";
import { groupObjectId } from "./group-object-id";

export interface AddedMembersProps {
  readonly access: Access;
  /** Key of the group, which exists. */
  readonly key: string;
  readonly group: Group;
  /**
   * Where members are looked up.
   *
   * @default - no group of the access file has members
   */
  readonly people: DirectoryPeople | undefined;
  /** A list of the object IDs of its members. */
  readonly present: Expression;
}

/** Members that are added to a group beside those whom others added: one resource, by name. */
export class AddedMembers extends Construct {
  /** Block `import`: whoever is in the group already is not added again, which Microsoft Graph refuses. */
  readonly importing: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { access, key, group, people, present }: AddedMembersProps) {
    super(scope, id);
    const members = [...group.members].sort();
    const found = people === undefined || members.length === 0 ? expression`{}` : people.found(members);
    const nested = [...group.groups].sort().map((name) => expression`${name} = ${groupObjectId(access, name)}`);
    const objectId = groupObjectId(access, key);
    const member = new GroupMember(this, "Resource", {
      groupObjectId: objectId.template,
      memberObjectId: expression`each.value`.template,
      // Removals wait for each other, 20 s each.
      timeouts: { create: "30m", delete: "60m" },
    });
    member.overrideLogicalId(key);
    member.addOverride("for_each", expression`merge(${found}, {${joined(nested)}})`.template);
    this.importing = {
      for_each: expression`{for name, id in ${found} : name => id if contains(${present}, id)}`.template,
      to: expression`${reference("azuread_group_member", key)}[each.key]`.code,
      id: template`${objectId}/member/${expression`each.value`}`,
    };
    // Only where somebody is to be added: whoever holds the right is not told at each plan.
    const roles = foundGroup(key, access.directory.lookup, "assignable_to_role");
    addCheck(TerraformStack.of(this), `role_assignable_${key}`, {
      condition: expression`${roles} != true || length(setsubtract(values(${found}), ${present})) == 0`,
      errorMessage: template`groups.${key} can be assigned to a role: adding members to it needs RoleManagement.ReadWrite.Directory, or the group's ownership.`,
    });
  }
}
