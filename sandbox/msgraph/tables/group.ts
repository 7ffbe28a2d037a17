import { randomInt } from "node:crypto";
import { rightNow } from "../instant";
import { emptyLists, names, nothing, type ResourceTable } from "./resource-table";

const withoutValue = nothing(`
  classification deletedDateTime description displayName expirationDateTime isAssignableToRole mail mailNickname
  membershipRule membershipRuleProcessingState onPremisesDomainName onPremisesLastSyncDateTime
  onPremisesNetBiosName onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled
  preferredDataLocation preferredLanguage theme uniqueName visibility`);

const lists = emptyLists(`
  creationOptions groupTypes onPremisesProvisioningErrors proxyAddresses resourceBehaviorOptions
  resourceProvisioningOptions serviceProvisioningErrors`);

/** Properties that Exchange keeps; only `$select` shows them. */
export const exchangeProperties = [
  "allowExternalSenders",
  "autoSubscribeNewMembers",
  "hideFromAddressLists",
  "hideFromOutlookClients",
] as const;

const exchange = Object.fromEntries(exchangeProperties.map((name) => [name, false]));

const shown = [
  ...Object.keys({ ...withoutValue, ...lists }),
  ...["createdDateTime", "id", "mailEnabled", "renewedDateTime", "securityEnabled", "securityIdentifier"],
  "writebackConfiguration",
];

/** Groups: learn.microsoft.com/graph/api/resources/group */
export const group: ResourceTable = {
  type: "group",
  label: "Group",
  properties: new Set([
    ...shown,
    ...exchangeProperties,
    ...names(`
      assignedLabels assignedLicenses createdByAppId hasMembersWithLicenseErrors isManagementRestricted
      isSubscribedByMail licenseProcessingState unseenCount`),
  ]),
  navigation: names("members owners memberOf"),
  readOnly: names("id createdDateTime deletedDateTime securityIdentifier mail proxyAddresses renewedDateTime"),
  required: ["displayName", "mailEnabled", "mailNickname", "securityEnabled"], // [doc] create group
  maxLength: { displayName: 256, description: 1024, mailNickname: 64, membershipRule: 3072 }, // [doc] group resource type
  typed: true,
  emptyText: false,
  shown,
  initial: () => ({
    ...withoutValue,
    ...lists,
    ...exchange,
    createdDateTime: rightNow(),
    mailEnabled: false,
    renewedDateTime: rightNow(),
    securityEnabled: true,
    securityIdentifier: `S-1-12-1-${Array.from({ length: 4 }, () => randomInt(2 ** 31)).join("-")}`,
    writebackConfiguration: { isEnabled: null, onPremisesGroupType: null },
  }),
};
