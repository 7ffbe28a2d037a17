import type { Collection } from "../directory-view";
import { application } from "./application";
import { conditionalAccessPolicy, namedLocation } from "./conditional-access";
import { group } from "./group";
import type { ResourceTable } from "./resource-table";
import { servicePrincipal } from "./service-principal";
import { appRoleAssignment, claimsMappingPolicy, extensionProperty, oauth2PermissionGrant } from "./small-resources";
import { user } from "./user";

/** What Graph says about each collection. */
export const tables: Readonly<Record<Collection, ResourceTable>> = {
  users: user,
  groups: group,
  applications: application,
  servicePrincipals: servicePrincipal,
  oauth2PermissionGrants: oauth2PermissionGrant,
  appRoleAssignments: appRoleAssignment,
  extensionProperties: extensionProperty,
  claimsMappingPolicies: claimsMappingPolicy,
  conditionalAccessPolicies: conditionalAccessPolicy,
  namedLocations: namedLocation,
};
