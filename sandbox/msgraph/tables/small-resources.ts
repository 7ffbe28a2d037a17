import { rightNow } from "../instant";
import { names, type ResourceTable } from "./resource-table";

const plain = { navigation: new Set<string>(), maxLength: {}, emptyText: false };

/** Consents: learn.microsoft.com/graph/api/resources/oauth2permissiongrant */
export const oauth2PermissionGrant: ResourceTable = {
  ...plain,
  type: "oAuth2PermissionGrant",
  label: "OAuth2PermissionGrant",
  properties: names("id clientId consentType principalId resourceId scope"),
  readOnly: names("id"),
  required: ["clientId", "resourceId", "consentType", "scope"], // [doc] create oAuth2PermissionGrant
  typed: false,
  initial: () => ({ principalId: null }),
};

/** Who has which app role: learn.microsoft.com/graph/api/resources/approleassignment */
export const appRoleAssignment: ResourceTable = {
  ...plain,
  type: "appRoleAssignment",
  label: "AppRoleAssignment",
  properties: names(`
    id appRoleId createdDateTime deletedDateTime principalDisplayName principalId principalType resourceDisplayName
    resourceId`),
  readOnly: names("id createdDateTime deletedDateTime principalDisplayName principalType resourceDisplayName"),
  required: ["principalId", "resourceId", "appRoleId"], // [doc] grant an appRoleAssignment
  typed: true,
  initial: () => ({ createdDateTime: rightNow(), deletedDateTime: null }),
};

/** Claims mapping policies: learn.microsoft.com/graph/api/resources/claimsmappingpolicy */
export const claimsMappingPolicy: ResourceTable = {
  ...plain,
  type: "claimsMappingPolicy",
  label: "Policy",
  properties: names("id definition deletedDateTime description displayName isOrganizationDefault"),
  readOnly: names("id deletedDateTime"),
  required: ["displayName", "definition"], // [doc] create claimsMappingPolicy
  typed: true,
  initial: () => ({ deletedDateTime: null, isOrganizationDefault: false }),
};

/** Directory extensions: learn.microsoft.com/graph/api/resources/extensionproperty */
export const extensionProperty: ResourceTable = {
  ...plain,
  type: "extensionProperty",
  label: "ExtensionProperty",
  properties: names(`
    id appDisplayName dataType deletedDateTime isMultiValued isSyncedFromOnPremises name targetObjects`),
  readOnly: names("id appDisplayName deletedDateTime isSyncedFromOnPremises"),
  required: ["name", "dataType", "targetObjects"], // [doc] create extensionProperty
  typed: false,
  initial: () => ({ deletedDateTime: null, isMultiValued: false, isSyncedFromOnPremises: false }),
};
