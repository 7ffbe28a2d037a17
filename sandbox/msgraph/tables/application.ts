import { rightNow } from "../instant";
import { emptyLists, names, nothing, type ResourceTable } from "./resource-table";

const withoutValue = nothing(`
  applicationTemplateId certification defaultRedirectUri deletedDateTime description disabledByMicrosoftStatus
  displayName groupMembershipClaims isDeviceOnlyAuthSupported isFallbackPublicClient nativeAuthenticationApisEnabled
  notes optionalClaims requestSignatureVerification samlMetadataUrl serviceManagementReference
  servicePrincipalLockConfiguration tokenEncryptionKeyId uniqueName`);

const lists = emptyLists(
  "addIns appRoles identifierUris keyCredentials passwordCredentials requiredResourceAccess tags",
);

const nested = {
  api: {
    ...nothing("acceptMappedClaims requestedAccessTokenVersion"),
    ...emptyLists("knownClientApplications oauth2PermissionScopes preAuthorizedApplications"),
  },
  info: nothing("logoUrl marketingUrl privacyStatementUrl supportUrl termsOfServiceUrl"),
  parentalControlSettings: { countriesBlockedForMinors: [], legalAgeGroupRule: "Allow" },
  publicClient: { redirectUris: [] },
  spa: { redirectUris: [] },
  verifiedPublisher: nothing("displayName verifiedPublisherId addedDateTime"),
  web: {
    ...nothing("homePageUrl logoutUrl"),
    redirectUris: [],
    implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
  },
};

/** Applications: learn.microsoft.com/graph/api/resources/application */
export const application: ResourceTable = {
  type: "application",
  label: "Application",
  properties: new Set([
    ...Object.keys({ ...withoutValue, ...lists, ...nested }),
    ...names(`
      id appId authenticationBehaviors createdDateTime oauth2RequirePostResponse onPremisesPublishing publisherDomain
      signInAudience windows`),
  ]),
  navigation: names("owners extensionProperties"),
  readOnly: names("id appId createdDateTime deletedDateTime publisherDomain certification disabledByMicrosoftStatus"),
  required: ["displayName"],
  maxLength: { displayName: 256, description: 1024, notes: 1024 }, // [doc] application resource type
  typed: true,
  emptyText: true,
  initial: () => ({
    ...withoutValue,
    ...lists,
    ...nested,
    createdDateTime: rightNow(),
    oauth2RequirePostResponse: false,
    signInAudience: "AzureADMyOrg",
  }),
};
