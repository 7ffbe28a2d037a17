import { microsoftGraph } from "../../model/login/microsoft-graph";
import { applicationPermissions } from "../../model/permissions/application-permissions";
import type { GraphObject } from "./directory-view";
import { stableId } from "./identifier";
import { servicePrincipal } from "./tables/service-principal";

const microsoftTenant = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

/** Delegated permissions: learn.microsoft.com/graph/permissions-reference [doc] */
const scopes = {
  openid: "37f7f235-527c-4136-accd-4a02d197296e",
  profile: "14dad69e-099b-42c9-810b-d002981feec1",
  email: "64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0",
  offline_access: "7427e0e9-2fba-42fe-b0c0-848c9e6a8182",
  "User.Read": "e1fe6dd8-ba31-4d61-89e7-88639da4683d",
  "User.Read.All": "a154be20-db9c-4678-8ab7-66f6cc099a59",
  "GroupMember.Read.All": "bc024368-1153-4739-b217-4326f2e966d0",
  "Group.Read.All": "5f8c59db-677d-491f-a6b8-5f174b11ec1d",
  "Directory.Read.All": "06da0dbc-49e2-44d2-8312-53f166ab848a",
};

/** The service principal of Microsoft Graph, as every tenant has it; with some of its permissions. */
export function microsoftGraphServicePrincipal(): GraphObject {
  return {
    ...servicePrincipal.initial(),
    id: stableId(`servicePrincipal:${microsoftGraph}`),
    appId: microsoftGraph,
    displayName: "Microsoft Graph",
    appDisplayName: "Microsoft Graph",
    appOwnerOrganizationId: microsoftTenant,
    signInAudience: "AzureADMultipleOrgs",
    servicePrincipalNames: ["https://graph.microsoft.com", "https://graph.microsoft.com/", microsoftGraph],
    oauth2PermissionScopes: Object.entries(scopes).map(([value, id]) => scope(id, value)),
    appRoles: Object.entries(applicationPermissions).map(([value, id]) => role(id, value)),
  };
}

function scope(id: string, value: string): object {
  return {
    id,
    value,
    isEnabled: true,
    type: value.endsWith("All") ? "Admin" : "User",
    adminConsentDescription: value,
    adminConsentDisplayName: value,
    userConsentDescription: value,
    userConsentDisplayName: value,
  };
}

function role(id: string, value: string): object {
  const allowedMemberTypes = ["Application"];
  return {
    id,
    value,
    isEnabled: true,
    allowedMemberTypes,
    description: value,
    displayName: value,
    origin: "Application",
  };
}
