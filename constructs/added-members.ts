import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { Construct } from "constructs";
import type { Access, Group } from "../config/schema/access";
import type { DirectoryPeople } from "./directory-people";
import { groupObjectId } from "./group-object-id";
import { expression, joined, reference } from "./terraform/expression";
import { template } from "./terraform/template";

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
    const found = people === undefined || members.length === 0 ? expression`{}` : people.found(members);
    const nested = [...group.groups].sort().map((name) => expression`${name} = ${groupObjectId(access, name)}`);
    const existing = reference("data.azuread_group", key);
    const objectId = reference(existing, "object_id");
    const member = new GroupMember(this, "Resource", {
      groupObjectId: objectId.template,
      memberObjectId: expression`each.value`.template,
      // Removals wait for each other, 20 s each.
      timeouts: { create: "30m", delete: "60m" },
    });
    member.overrideLogicalId(key);
    member.addOverride("for_each", expression`merge(${found}, {${joined(nested)}})`.template);
    this.importing = {
      for_each: expression`{for name, id in ${found} : name => id if contains(${existing}.members, id)}`.template,
      to: expression`${reference("azuread_group_member", key)}[each.key]`.code,
      id: template`${objectId}/member/${expression`each.value`}`,
    };
  }
}
