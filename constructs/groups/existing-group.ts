import { Construct } from "constructs";
import type { Access, Group } from "../../config/schema/access";
import { expression, type Expression } from "../terraform/expression";
import { template, type Part } from "../terraform/template";
import type { DirectoryPeople } from "../users/directory-people";
import { AddedMembers } from "./added-members";
import { GroupLookup, type Postcondition } from "./group-lookup";

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
    const adds = group.members.length > 0 || group.groups.length > 0;
    const lookup = new GroupLookup(this, id, { group, lookup: access.directory.lookup, listsMembers: adds });
    lookup.demand([
      isSecurityGroup(id, lookup),
      ...(adds ? takesMembers(id, lookup) : []),
      ...(group.groups.length > 0 ? [takesGroups(id, lookup)] : []),
    ]);
    const { members: present } = lookup;
    this.added = adds ? new AddedMembers(this, "members", { access, key: id, group, people, present }) : undefined;
  }
}

const named = (key: string, lookup: GroupLookup): Part => [`groups.${key}: "`, lookup.own("display_name", ""), '"'];

const isSecurityGroup = (key: string, lookup: GroupLookup): Postcondition => ({
  condition: expression`${lookup.own("security_enabled")} != false`.template,
  error_message: template`${named(key, lookup)} is not security-enabled, so no token ever lists it. Name a security group.`,
});

/** What Microsoft Graph refuses: learn.microsoft.com/graph/api/group-post-members */
function takesMembers(key: string, lookup: GroupLookup): Postcondition[] {
  const types = lookup.own("types", []);
  const refused: readonly (readonly [Expression, string])[] = [
    [
      expression`!contains(${types}, "DynamicMembership")`,
      "has a rule, by which Entra alone decides who is in it: change the rule",
    ],
    [
      expression`${lookup.own("mail_enabled")} != true || contains(${types}, "Unified")`,
      "is mail-enabled, so Microsoft Graph takes no members for it: add them in Exchange",
    ],
    [
      expression`${lookup.own("onpremises_sync_enabled")} != true`,
      "is synchronized from Active Directory: add members there",
    ],
  ];
  return refused.map(([condition, reason]) => ({
    condition: condition.template,
    error_message: template`${named(key, lookup)} ${reason}, and leave members and groups out of the access file.`,
  }));
}

/** learn.microsoft.com/entra/identity/role-based-access-control/groups-concept */
const takesGroups = (key: string, lookup: GroupLookup): Postcondition => ({
  condition: expression`${lookup.own("assignable_to_role")} != true`.template,
  error_message: template`${named(key, lookup)} can be assigned to a role, so Entra takes no group into it. List people under members, and leave groups out.`,
});
