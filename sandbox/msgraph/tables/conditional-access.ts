import { rightNow } from "../instant";
import { emptyLists, names, nothing, type ResourceTable } from "./resource-table";

const plain = { navigation: new Set<string>(), typed: false };

/** Conditional Access policies: learn.microsoft.com/graph/api/resources/conditionalaccesspolicy */
export const conditionalAccessPolicy: ResourceTable = {
  ...plain,
  type: "conditionalAccessPolicy",
  label: "ConditionalAccessPolicy",
  properties: names(`
    id conditions createdDateTime displayName grantControls modifiedDateTime sessionControls state templateId`),
  readOnly: names("id createdDateTime modifiedDateTime templateId"),
  required: [],
  maxLength: {},
  emptyText: true, // what must not be empty is refused with a code: conditional-access-rules.ts
  initial: () => ({
    ...nothing("grantControls modifiedDateTime sessionControls templateId"),
    createdDateTime: rightNow(),
  }),
};

/** What the service shows of conditions that were not given. [doc] the answers of its samples */
export const conditions = {
  ...nothing(`
    authenticationFlows clientApplications devices insiderRiskLevels locations platforms`),
  ...emptyLists("clientAppTypes servicePrincipalRiskLevels signInRiskLevels userRiskLevels"),
};

/** Of the applications of a policy. [doc] */
export const conditionApplications = {
  ...nothing("applicationFilter"),
  ...emptyLists(`
    excludeApplications includeApplications includeAuthenticationContextClassReferences includeUserActions`),
};

/** Of the users of a policy. [doc] */
export const conditionUsers = {
  ...nothing("excludeGuestsOrExternalUsers includeGuestsOrExternalUsers"),
  ...emptyLists("excludeGroups excludeRoles excludeUsers includeGroups includeRoles includeUsers"),
};

/** Named locations of both kinds: learn.microsoft.com/graph/api/resources/namedlocation */
export const namedLocation: ResourceTable = {
  ...plain,
  type: "namedLocation",
  label: "NamedLocation",
  properties: names(`
    id countriesAndRegions countryLookupMethod createdDateTime displayName includeUnknownCountriesAndRegions ipRanges
    isTrusted modifiedDateTime`),
  readOnly: names("id createdDateTime modifiedDateTime"),
  required: ["displayName"],
  maxLength: {},
  emptyText: false,
  initial: () => ({ createdDateTime: rightNow(), modifiedDateTime: null }),
};
