import type { GraphObject } from "../directory-view";
import { stableId } from "./identifier";
import { servicePrincipal } from "./tables/service-principal";

/** Client ID of Microsoft Graph itself, the same in every tenant. */
export const microsoftGraph = "00000003-0000-0000-c000-000000000000";

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

/** Application permissions: learn.microsoft.com/graph/permissions-reference [doc] */
const roles = {
  "Application.Read.All": "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
  "Application.ReadWrite.All": "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
  "Application.ReadWrite.OwnedBy": "18a4783c-866b-4cc7-a460-3d5e5662c884",
  "AppRoleAssignment.ReadWrite.All": "06b708a9-e830-4db3-a914-8e69da51d44f",
  "Directory.Read.All": "7ab1d382-f21e-4acd-a863-ba3e13f7da61",
  "Directory.ReadWrite.All": "19dbc75e-c2e2-444c-a770-ec69d8559fc7",
  "Group.Read.All": "5b567255-7703-4780-807c-7be8301ae99b",
  "Group.ReadWrite.All": "62a82d76-70ea-41e2-9197-370581804d09",
  "GroupMember.Read.All": "98830695-27a2-44f7-8c18-0c3ebc9698f6",
  "GroupMember.ReadWrite.All": "dbaae8cf-10b5-4b86-a4a1-f871c94c6695",
  "Policy.Read.All": "246dd0d5-5bd0-4def-940b-0421030a5b68",
  "Policy.ReadWrite.ApplicationConfiguration": "be74164b-cff1-491c-8741-e671cb536e13",
  "Policy.ReadWrite.ConditionalAccess": "01c0a623-fc9b-48e9-b794-0756f8e8f067",
  "User.Invite.All": "09850681-111b-4a89-9bed-3f2cae46d706",
  "User.Read.All": "df021288-bdef-4463-88db-98f22de89214",
  "User.ReadWrite.All": "741f803b-c850-494e-b5df-cde7c675a1ca",
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
    appRoles: Object.entries(roles).map(([value, id]) => role(id, value)),
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
