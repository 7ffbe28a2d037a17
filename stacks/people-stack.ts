import { TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import { AccessGroup } from "../constructs/access-group";
import { addCheck } from "../constructs/check";
import { DirectoryPeople } from "../constructs/directory-people";
import { useAzuread, useMsgraph } from "../constructs/providers";
import type { States } from "../constructs/state";
import { peopleOf } from "../model/people";
import { chartOf } from "../model/portal";

export interface PeopleStackProps {
  readonly access: Access;
  readonly states: States;
}

/** Who is in which group. Outputs `group_object_ids` (key → object ID) and `unknown_members` (names not found). */
export class PeopleStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PeopleStackProps,
  ) {
    super(scope, id);
    props.states.keep(this);
    useAzuread(this, props.access);
    const people = this.lookUpPeople(peopleOf(props.access));
    const groups = this.createGroups(people);
    this.publishGroups(groups, people);
    this.publishUnknown(people);
    if (people !== undefined && this.portalNeedsMail) this.warnOfMissingMail(people);
  }

  /**
   * Reads the object IDs of groups from another stack.
   *
   * @param keys the groups that it needs
   * @returns a map of keys to object IDs, as an expression without `${}`
   */
  readGroupObjectIds(reader: TerraformStack, keys: readonly string[]): string {
    const { states } = this.props;
    const missing = `[for key in ${JSON.stringify(keys)} : key if !can(self.outputs.group_object_ids[key])]`;
    const outputs = states.read(reader, this, {
      condition: `\${length(${missing}) == 0}`,
      errorMessage: `The stack "people" has not made these groups yet: \${join(", ", ${missing})}. Deploy people first: npx cdktf deploy people`,
    });
    return `${outputs}.group_object_ids`;
  }

  private lookUpPeople(names: readonly string[]): DirectoryPeople | undefined {
    if (names.length === 0) return undefined;
    const { lookup } = this.props.access.directory;
    if (lookup === "batch") useMsgraph(this, this.props.access);
    return new DirectoryPeople(this, "directory", { userPrincipalNames: names, lookup, mail: this.portalNeedsMail });
  }

  /** Without a mail address a token has no `email`, which krci-portal demands: packages/shared/src/models/user of KubeRocketCI/krci-portal. */
  private get portalNeedsMail(): boolean {
    const { portal } = this.props.access;
    return portal !== undefined && chartOf(portal) === "krci-portal";
  }

  private warnOfMissingMail({ withoutMail }: DirectoryPeople): void {
    addCheck(this, "portal_mail", {
      condition: `\${length(${withoutMail}) == 0}`,
      errorMessage: `These members have no mail address in the directory, so the portal does not let them in: \${join(", ", ${withoutMail})}. Give them one; kubectl works without.`,
    });
  }

  private createGroups(people: DirectoryPeople | undefined): AccessGroup[] {
    const scope = new Construct(this, "groups");
    return Object.entries(this.props.access.groups).map(
      ([key, group]) => new AccessGroup(scope, key, { group, people }),
    );
  }

  private publishGroups(groups: readonly AccessGroup[], people: DirectoryPeople | undefined): void {
    const output = new TerraformOutput(this, "group_object_ids", {
      staticId: true,
      description: "Object ID of each group, by its key in the access file.",
      value: Object.fromEntries(groups.map(({ node, objectId }) => [node.id, objectId])),
    });
    // TerraformOutput takes a precondition, but leaves it out of the JSON.
    if (people !== undefined) output.addOverride("precondition", [somebodyIsFound(people)]);
  }

  private publishUnknown(people: DirectoryPeople | undefined): void {
    new TerraformOutput(this, "unknown_members", {
      staticId: true,
      description: "Members of the access file whom the directory does not know.",
      value: people === undefined ? [] : `\${${people.unknown}}`,
    });
    if (people === undefined) return;
    addCheck(this, "unknown_members", {
      condition: `\${length(${people.unknown}) == 0}`,
      errorMessage: `The directory does not know these members, so they are in no group: \${join(", ", ${people.unknown})}. Correct their names in the access file, or take them out.`,
    });
  }
}

/** A wrong tenant, or an answer without anybody, must not empty every group. */
function somebodyIsFound(people: DirectoryPeople) {
  return {
    condition: `\${${people.anybody}}`,
    error_message:
      "The directory knows nobody of the access file, so every group would be emptied. Is this the right tenant, and may the deploying identity read users?",
  };
}
