import type { Route } from "../route";
import { appRoleAssignmentRoutes } from "./app-role-assignments";
import { applicationRoutes } from "./applications";
import { claimsMappingPolicyRoutes } from "./claims-mapping-policies";
import { conditionalAccessPolicyRoutes } from "./conditional-access-policies";
import { directoryObjectRoutes } from "./directory-objects";
import { extensionPropertyRoutes } from "./extension-properties";
import { groupRoutes } from "./groups";
import { invitationRoutes } from "./invitations";
import { membershipRoutes } from "./memberships";
import { namedLocationRoutes } from "./named-locations";
import { oauth2PermissionGrantRoutes } from "./oauth2-permission-grants";
import { servicePrincipalRoutes } from "./service-principals";
import { userRoutes } from "./users";

/** Everything that can be asked. */
export const routes: readonly Route[] = [
  ...userRoutes,
  ...groupRoutes,
  ...membershipRoutes,
  ...applicationRoutes,
  ...extensionPropertyRoutes,
  ...servicePrincipalRoutes,
  ...appRoleAssignmentRoutes,
  ...oauth2PermissionGrantRoutes,
  ...claimsMappingPolicyRoutes,
  ...conditionalAccessPolicyRoutes,
  ...namedLocationRoutes,
  ...invitationRoutes,
  ...directoryObjectRoutes,
];
