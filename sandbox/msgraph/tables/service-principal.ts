import { rightNow } from "../instant";
import { emptyLists, names, nothing, type ResourceTable } from "./resource-table";

const withoutValue = nothing(`
  appDescription appDisplayName applicationTemplateId deletedDateTime description disabledByMicrosoftStatus
  displayName homepage loginUrl logoutUrl notes preferredSingleSignOnMode preferredTokenSigningKeyThumbprint
  samlSingleSignOnSettings tokenEncryptionKeyId`);

const lists = emptyLists(`
  addIns alternativeNames appRoles keyCredentials notificationEmailAddresses oauth2PermissionScopes
  passwordCredentials replyUrls resourceSpecificApplicationPermissions servicePrincipalNames tags`);

/** Service principals: learn.microsoft.com/graph/api/resources/serviceprincipal */
export const servicePrincipal: ResourceTable = {
  type: "servicePrincipal",
  label: "ServicePrincipal",
  properties: new Set([
    ...Object.keys({ ...withoutValue, ...lists }),
    ...names(`
      id accountEnabled appId appOwnerOrganizationId appRoleAssignmentRequired createdDateTime
      customSecurityAttributes errorUrl info passwordSingleSignOnSettings preferredTokenSigningKeyEndDateTime
      publishedPermissionScopes publisherName samlMetadataUrl servicePrincipalType signInAudience verifiedPublisher`),
  ]),
  navigation: names("owners claimsMappingPolicies appRoleAssignments memberOf"),
  readOnly: names("id createdDateTime deletedDateTime appDisplayName appOwnerOrganizationId servicePrincipalType"),
  required: ["appId"], // [doc] create servicePrincipal
  maxLength: { description: 1024, notes: 1024, displayName: 256 }, // [doc] servicePrincipal resource type
  typed: true,
  emptyText: false,
  initial: () => ({
    ...withoutValue,
    ...lists,
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    createdDateTime: rightNow(),
    info: nothing("logoUrl marketingUrl privacyStatementUrl supportUrl termsOfServiceUrl"),
    servicePrincipalType: "Application",
    signInAudience: "AzureADMyOrg",
    verifiedPublisher: nothing("displayName verifiedPublisherId addedDateTime"),
  }),
};
