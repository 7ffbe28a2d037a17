import { AppRoleAssignment } from "@cdktf/provider-azuread/lib/app-role-assignment";
import { Construct } from "constructs";
import { expression, reference, type Expression } from "../terraform/expression";

/** "Default Access": the role of an application that defines none. learn.microsoft.com/graph/api/resources/approleassignment */
export const defaultAccess = "00000000-0000-0000-0000-000000000000";

export interface GroupAssignmentProps {
  readonly groupObjectId: Expression;
  /** Expression, as `${…}`. */
  readonly servicePrincipalObjectId: string;
  /**
   * A map of the object IDs of principals to the paths of their assignments.
   *
   * @default - nobody is looked for: an assignment that is there already is refused
   */
  readonly assigned: Expression | undefined;
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
      principalObjectId: groupObjectId.template,
      resourceObjectId: servicePrincipalObjectId,
    });
    assignment.overrideLogicalId(id);
    if (assigned === undefined) return;
    const own = expression`try(${assigned}[${groupObjectId}], null)`;
    this.importing = {
      for_each: expression`{for path in [${own}] : "assignment" => path if path != null}`.template,
      to: reference("azuread_app_role_assignment", id).code,
      id: expression`each.value`.template,
    };
  }
}
