import { AppRoleAssignment } from "@cdktf/provider-azuread/lib/app-role-assignment";
import { Construct } from "constructs";

/** "Default Access": the role of an application that defines none. learn.microsoft.com/graph/api/resources/approleassignment */
export const defaultAccess = "00000000-0000-0000-0000-000000000000";

export interface GroupAssignmentProps {
  /** Expressions, as `${…}`. */
  readonly groupObjectId: string;
  readonly servicePrincipalObjectId: string;
  /**
   * A map of the object IDs of principals to the paths of their assignments, as an expression without `${}`.
   *
   * @default - nobody is looked for: an assignment that is there already is refused
   */
  readonly assigned: string | undefined;
}

/** One group that may sign in, where the application demands assignment. Members of nested groups may not. */
export class GroupAssignment extends Construct {
  /**
   * Block `import`: a group that is assigned already is not assigned again, which Microsoft Graph refuses.
   *
   * @default - none
   */
  readonly importing: Readonly<Record<string, string>> | undefined;

  /** @param id key of the group, which is also the Terraform address */
  constructor(scope: Construct, id: string, props: GroupAssignmentProps) {
    super(scope, id);
    const { groupObjectId, servicePrincipalObjectId, assigned } = props;
    const assignment = new AppRoleAssignment(this, "Resource", {
      appRoleId: defaultAccess,
      principalObjectId: groupObjectId,
      resourceObjectId: servicePrincipalObjectId,
    });
    assignment.overrideLogicalId(id);
    if (assigned === undefined) return;
    const own = `try(${assigned}[${groupObjectId.slice(2, -1)}], null)`;
    this.importing = {
      for_each: `\${{for path in [${own}] : "assignment" => path if path != null}}`,
      to: `azuread_app_role_assignment.${id}`,
      id: "${each.value}",
    };
  }
}
