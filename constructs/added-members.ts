import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { Construct } from "constructs";
import type { Access, Group } from "../config/schema/access";
import type { DirectoryPeople } from "./directory-people";
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
}

/** Members that are added to a group beside those whom others added: one resource, by name. */
export class AddedMembers extends Construct {
  /** Block `import`: whoever is in the group already is not added again, which Microsoft Graph refuses. */
  readonly importing: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { access, key, group, people }: AddedMembersProps) {
    super(scope, id);
    const members = [...group.members].sort();
    const found = people === undefined || members.length === 0 ? "{}" : people.found(members);
    const nested = [...group.groups].sort().map((name) => `${JSON.stringify(name)} = ${groupObjectId(access, name)}`);
    const objectId = `data.azuread_group.${key}.object_id`;
    const member = new GroupMember(this, "Resource", {
      groupObjectId: `\${${objectId}}`,
      memberObjectId: "${each.value}",
      // Removals wait for each other, 20 s each.
      timeouts: { create: "30m", delete: "60m" },
    });
    member.overrideLogicalId(key);
    member.addOverride("for_each", `\${merge(${found}, {${nested.join(", ")}})}`);
    this.importing = {
      for_each: `\${{for name, id in ${found} : name => id if contains(data.azuread_group.${key}.members, id)}}`,
      to: `azuread_group_member.${key}[each.key]`,
      id: `\${${objectId}}/member/\${each.value}`,
    };
  }
}
