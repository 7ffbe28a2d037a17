import { Group } from "@cdktf/provider-azuread/lib/group";
import { Construct } from "constructs";
import type { Access, Group as GroupEntry } from "../../config/schema/access";
import { namedOwners } from "../../model/users/people";
import { expression, joined } from "../terraform/expression";
import { literal } from "../terraform/literal";
import type { DirectoryPeople } from "../users/directory-people";
import { groupObjectId } from "./group-object-id";
import { listedOwners, ownersAreFound } from "./listed-owners";

export interface AccessGroupProps {
  readonly access: Access;
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
  private readonly resource: Group;

  /** @param id key of the group, which is also its Terraform address */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AccessGroupProps,
  ) {
    super(scope, id);
    const { group } = props;
    this.resource = new Group(this, "Resource", {
      displayName: literal(group.displayName ?? id),
      securityEnabled: true,
      preventDuplicateNames: true,
      ...(group.description === undefined ? {} : { description: literal(group.description) }),
      ...(group.protected ? { assignableToRole: true } : {}),
      ...(group.rule === undefined
        ? {}
        : { types: ["DynamicMembership"], dynamicMembership: { enabled: true, rule: literal(group.rule) } }),
    });
    this.resource.overrideLogicalId(id);
    if (group.rule === undefined) this.resource.addOverride("members", this.members());
    if (group.owners !== undefined) this.own(group.owners);
  }

  private members(): string | readonly [] {
    const { access, group, people } = this.props;
    const nested = [...group.groups].sort().map((key) => groupObjectId(access, key));
    const ids = people?.objectIds([...group.members].sort());
    if (nested.length === 0) return ids === undefined ? [] : ids.template;
    return expression`concat(${ids ?? []}, [${joined(nested)}])`.template;
  }

  private own(owners: readonly string[]): void {
    const { people } = this.props;
    this.resource.addOverride("owners", listedOwners([...owners].sort(), people).template);
    const names = namedOwners(owners).sort();
    if (people === undefined || names.length === 0) return;
    const key = this.node.id;
    this.resource.addOverride("lifecycle.precondition", [
      ownersAreFound(people.unknownAmong(names), `the group ${key}`, `groups.${key}.owners`),
    ]);
  }
}
