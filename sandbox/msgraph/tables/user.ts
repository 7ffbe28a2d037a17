import { rightNow } from "../instant";
import { emptyLists, names, nothing, type ResourceTable } from "./resource-table";

const withoutValue = nothing(`
  ageGroup city companyName consentProvidedForMinor country creationType deletedDateTime department displayName
  employeeHireDate employeeId employeeOrgData employeeType externalUserState externalUserStateChangeDateTime faxNumber
  givenName isResourceAccount jobTitle legalAgeGroupClassification mail mailNickname mobilePhone officeLocation
  onPremisesDistinguishedName onPremisesDomainName onPremisesImmutableId onPremisesLastSyncDateTime
  onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled onPremisesUserPrincipalName
  passwordPolicies postalCode preferredDataLocation preferredLanguage showInAddressList state streetAddress surname
  usageLocation userPrincipalName`);

const lists = emptyLists("assignedLicenses businessPhones identities imAddresses otherMails proxyAddresses");

const extensionAttributes = Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`).join(" ");

/** People of the directory: learn.microsoft.com/graph/api/resources/user */
export const user: ResourceTable = {
  type: "user",
  label: "User",
  // Names as in the SDK's models, so that misspelt ones are refused. [src]
  properties: new Set([
    ...Object.keys({ ...withoutValue, ...lists }),
    ...names(`
      id accountEnabled assignedPlans createdDateTime lastPasswordChangeDateTime licenseAssignmentStates
      onPremisesExtensionAttributes onPremisesProvisioningErrors passwordProfile provisionedPlans securityIdentifier
      serviceProvisioningErrors signInActivity signInSessionsValidFromDateTime userType`),
  ]),
  navigation: names("manager memberOf"),
  readOnly: names(`
    id createdDateTime deletedDateTime securityIdentifier provisionedPlans assignedPlans signInActivity
    externalUserStateChangeDateTime`),
  required: ["accountEnabled", "displayName", "mailNickname", "userPrincipalName", "passwordProfile"], // [doc]
  // [doc] user resource type
  maxLength: {
    displayName: 256,
    givenName: 64,
    surname: 64,
    jobTitle: 128,
    department: 64,
    companyName: 64,
    employeeId: 16,
    employeeType: 64, // [guess] no document tells
    mailNickname: 64,
    mobilePhone: 64,
    officeLocation: 128,
    city: 128,
    state: 128,
    country: 128,
    postalCode: 40,
    streetAddress: 1024,
    userPrincipalName: 113,
  },
  typed: true,
  emptyText: false,
  // [doc] advanced query capabilities on directory objects
  advancedFilter: names(`
    companyName employeeHireDate employeeType mobilePhone officeLocation onPremisesExtensionAttributes
    onPremisesImmutableId onPremisesLastSyncDateTime onPremisesSamAccountName passwordPolicies postalCode
    preferredLanguage showInAddressList streetAddress`),
  // [doc] user resource type
  shown: [
    ...["businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation"],
    ...["preferredLanguage", "surname", "userPrincipalName", "id"],
  ],
  initial: () => ({
    ...withoutValue,
    ...lists,
    accountEnabled: true,
    createdDateTime: rightNow(),
    onPremisesExtensionAttributes: nothing(extensionAttributes),
    userType: "Member",
  }),
};
