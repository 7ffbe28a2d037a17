import { AppRoleAssignment } from "@cdktf/provider-azuread/lib/app-role-assignment";
import { Construct } from "constructs";

/** "Default Access": the role of an application that defines none. learn.microsoft.com/graph/api/resources/approleassignment */
const defaultAccess = "00000000-0000-0000-0000-000000000000";

export interface GroupAssignmentProps {
  /** Expressions, as `${…}`. */
  readonly groupObjectId: string;
  readonly servicePrincipalObjectId: string;
}

/** One group that may sign in, where the application demands assignment. Members of nested groups may not. */
export class GroupAssignment extends Construct {
  /** @param id key of the group, which is also the Terraform address */
  constructor(scope: Construct, id: string, { groupObjectId, servicePrincipalObjectId }: GroupAssignmentProps) {
    super(scope, id);
    const assignment = new AppRoleAssignment(this, "Resource", {
      appRoleId: defaultAccess,
      principalObjectId: groupObjectId,
      resourceObjectId: servicePrincipalObjectId,
    });
    assignment.overrideLogicalId(id);
  }
}
