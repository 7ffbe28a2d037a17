import { TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import { AccessGroup } from "../constructs/groups/access-group";
import { ExistingGroup } from "../constructs/groups/existing-group";
import { groupObjectId } from "../constructs/groups/group-object-id";
import type { States } from "../constructs/states/states";
import { addCheck } from "../constructs/terraform/check";
import { expression, reference, type Expression } from "../constructs/terraform/expression";
import { useAzuread, useMsgraph } from "../constructs/terraform/providers";
import { template } from "../constructs/terraform/template";
import { DirectoryPeople } from "../constructs/users/directory-people";
import { publishUnknown } from "../constructs/users/unknown-people";
import { presetOf } from "../model/clients/presets";
import { chartOf } from "../model/portal/portal";
import { deployCommand } from "../model/terraform/deploy-command";
import { changesDirectory } from "../model/users/account";
import { groupOwnersOf, peopleOf } from "../model/users/people";

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
    const people = this.lookUpPeople();
    this.keepGroups(people);
    this.publishGroups(people);
    publishUnknown(this, "unknown_members", {
      people,
      description: "Members of the access file whom the directory does not know.",
      without: "members, so they are in no group",
      remedy: this.remedy(),
    });
    if (people !== undefined && this.portalNeedsMail) this.warnOfMissingMail(people);
  }

  /**
   * Reads the object IDs of groups from another stack.
   *
   * @param keys the groups that it needs
   * @returns a map of keys to object IDs
   */
  readGroupObjectIds(reader: TerraformStack, keys: readonly string[]): Expression {
    const { states } = this.props;
    const missing = expression`[for key in ${keys} : key if !can(self.outputs.group_object_ids[key])]`;
    const outputs = states.read(reader, this, {
      condition: expression`length(${missing}) == 0`,
      errorMessage: template`The stack "people" has not made these groups yet: ${expression`join(", ", ${missing})`}. Deploy people first: ${deployCommand("people")}`,
    });
    return reference(outputs, "group_object_ids");
  }

  private lookUpPeople(): DirectoryPeople | undefined {
    const { access } = this.props;
    const { lookup } = access.directory;
    const addresses = new Set(access.guests.map(({ mail }) => mail));
    const names = [...new Set([...peopleOf(access), ...groupOwnersOf(access)])].sort();
    const guests = names.filter((name) => addresses.has(name));
    const isThere = Object.values(access.groups).some(({ existing }) => existing !== undefined);
    if (guests.length > 0 || (lookup === "batch" && (names.length > 0 || isThere))) useMsgraph(this, access);
    if (names.length === 0) return undefined;
    const userPrincipalNames = names.filter((name) => !addresses.has(name));
    return new DirectoryPeople(this, "directory", { userPrincipalNames, lookup, mail: this.portalNeedsMail, guests });
  }

  /** Without a mail address a token has no `email`, which krci-portal demands: packages/shared/src/models/user of KubeRocketCI/krci-portal. */
  private get portalNeedsMail(): boolean {
    const { portal, clients } = this.props.access;
    if (portal !== undefined && chartOf(portal) === "krci-portal") return true;
    return Object.values(clients).some((client) => presetOf(client)?.demandsMail === true);
  }

  private warnOfMissingMail({ withoutMail }: DirectoryPeople): void {
    addCheck(this, "portal_mail", {
      condition: expression`length(${withoutMail}) == 0`,
      errorMessage: template`These members have no mail address in the directory, so the portal does not let them in: ${expression`join(", ", ${withoutMail})`}. Give them one; kubectl works without.`,
    });
  }

  private keepGroups(people: DirectoryPeople | undefined): void {
    const { access } = this.props;
    const scope = new Construct(this, "groups");
    const kept: ExistingGroup[] = [];
    for (const [key, group] of Object.entries(access.groups)) {
      if (group.existing === undefined) new AccessGroup(scope, key, { access, group, people });
      else kept.push(new ExistingGroup(scope, key, { access, group, people }));
    }
    if (kept.length === 0) return;
    // CDKTF has no blocks for these two.
    const importing = kept.flatMap(({ added }) => (added === undefined ? [] : [added.importing]));
    if (importing.length > 0) this.addOverride("import", importing);
    // A group that was made here before others keep it is let go, not deleted.
    const from = (key: string) => ({ from: reference("azuread_group", key).code, lifecycle: { destroy: false } });
    this.addOverride(
      "removed",
      kept.map(({ node }) => from(node.id)),
    );
  }

  private publishGroups(people: DirectoryPeople | undefined): void {
    const { access } = this.props;
    const output = new TerraformOutput(this, "group_object_ids", {
      staticId: true,
      description: "Object ID of each group, by its key in the access file.",
      value: Object.fromEntries(Object.keys(access.groups).map((key) => [key, groupObjectId(access, key).template])),
    });
    // TerraformOutput takes a precondition, but leaves it out of the JSON.
    if (people?.anybody !== undefined) output.addOverride("precondition", [somebodyIsFound(people.anybody)]);
  }

  private remedy(): string {
    const correct =
      "Correct their names in the access file, or take them out; a guest whom others invited is put under guests, or named as in Entra, with #EXT#.";
    if (!changesDirectory(this.props.access)) return correct;
    return `${correct} Whom this file invites or makes is there a minute after ${deployCommand("users")}: then deploy people again.`;
  }
}

/** A wrong tenant, or an answer without anybody, must not empty every group. */
function somebodyIsFound(anybody: Expression) {
  return {
    condition: anybody.template,
    error_message:
      "The directory knows nobody of the access file, so every group would be emptied. Is this the right tenant, and may the deploying identity read users?",
  };
}
