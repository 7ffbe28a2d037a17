import { any, both, type GraphRight } from "./graph-right";

const consents = {
  application: any("DelegatedPermissionGrant.ReadWrite.All", "Directory.ReadWrite.All"),
  delegated: "DelegatedPermissionGrant.ReadWrite.All",
  role: "Cloud Application Administrator",
} as const;
const readsConsents = {
  // No page names a permission that reads consents alone.
  application: any("Directory.Read.All", "DelegatedPermissionGrant.ReadWrite.All", "Directory.ReadWrite.All"),
  delegated: "Directory.Read.All",
};
const readsPolicies = {
  application: any("Policy.Read.All", "Policy.ReadWrite.ApplicationConfiguration"),
  delegated: "Policy.Read.All",
};
const writesPolicies = {
  application: any("Policy.ReadWrite.ApplicationConfiguration"),
  delegated: "Policy.ReadWrite.ApplicationConfiguration",
  role: "Cloud Application Administrator",
} as const;
/** learn.microsoft.com/graph/api/serviceprincipal-post-claimsmappingpolicies */
const assignsPolicies = {
  application: [
    both("Application.ReadWrite.OwnedBy", "Policy.Read.All"),
    both("Application.ReadWrite.OwnedBy", "Policy.ReadWrite.ApplicationConfiguration"),
    both("Application.ReadWrite.All", "Policy.Read.All"),
    both("Application.ReadWrite.All", "Policy.ReadWrite.ApplicationConfiguration"),
  ],
  delegated: "Application.ReadWrite.All",
  role: "Cloud Application Administrator",
} as const;
const conditionalAccess = {
  delegated: "Policy.ReadWrite.ConditionalAccess",
  role: "Conditional Access Administrator",
} as const;
const readsConditionalAccess = { application: any("Policy.Read.All"), delegated: "Policy.Read.All" };
const places = { ...conditionalAccess, application: [both("Policy.ReadWrite.ConditionalAccess", "Policy.Read.All")] };
const policies = {
  ...conditionalAccess,
  application: [
    both("Policy.ReadWrite.ConditionalAccess", "Policy.Read.All", "Application.Read.All"),
    both("Policy.ReadWrite.ConditionalAccess", "Policy.Read.All", "Application.ReadWrite.All"),
    both("Policy.ReadWrite.ConditionalAccess", "Policy.Read.All", "Directory.Read.All"),
  ],
};

const mapping = "policies/claimsMappingPolicies";
const assignment = "servicePrincipals/{}/claimsMappingPolicies";
const access = "identity/conditionalAccess/policies";
const locations = "identity/conditionalAccess/namedLocations";

/** Requests about consent, claims and Conditional Access. */
export const graphPolicies: readonly GraphRight[] = [
  { request: "GET oauth2PermissionGrants", ...readsConsents, page: "graph/api/oauth2permissiongrant-list" },
  { request: "GET oauth2PermissionGrants/{}", ...readsConsents, page: "graph/api/oauth2permissiongrant-get" },
  {
    request: "GET servicePrincipals/{}/oauth2PermissionGrants",
    ...readsConsents,
    page: "graph/api/serviceprincipal-list-oauth2permissiongrants",
  },
  { request: "POST oauth2PermissionGrants", ...consents, page: "graph/api/oauth2permissiongrant-post" },
  { request: "PATCH oauth2PermissionGrants/{}", ...consents, page: "graph/api/oauth2permissiongrant-update" },
  { request: "DELETE oauth2PermissionGrants/{}", ...consents, page: "graph/api/oauth2permissiongrant-delete" },
  { request: `GET ${mapping}`, ...readsPolicies, page: "graph/api/claimsmappingpolicy-list" },
  { request: `GET ${mapping}/{}`, ...readsPolicies, page: "graph/api/claimsmappingpolicy-get" },
  { request: `POST ${mapping}`, ...writesPolicies, page: "graph/api/claimsmappingpolicy-post-claimsmappingpolicies" },
  { request: `PATCH ${mapping}/{}`, ...writesPolicies, page: "graph/api/claimsmappingpolicy-update" },
  { request: `DELETE ${mapping}/{}`, ...writesPolicies, page: "graph/api/claimsmappingpolicy-delete" },
  {
    request: `GET ${assignment}`,
    ...readsPolicies,
    application: [
      ...any("Policy.Read.All", "Policy.ReadWrite.ApplicationConfiguration"),
      ...assignsPolicies.application,
    ],
    page: "graph/api/serviceprincipal-list-claimsmappingpolicies",
  },
  {
    request: `POST ${assignment}/$ref`,
    ...assignsPolicies,
    page: "graph/api/serviceprincipal-post-claimsmappingpolicies",
  },
  {
    request: `DELETE ${assignment}/{}/$ref`,
    ...assignsPolicies,
    page: "graph/api/serviceprincipal-delete-claimsmappingpolicies",
  },
  { request: `GET ${access}/{}`, ...readsConditionalAccess, page: "graph/api/conditionalaccesspolicy-get" },
  { request: `GET ${access}`, ...readsConditionalAccess, page: "graph/api/conditionalaccessroot-list-policies" },
  // azuread's document leaves Application.Read.All out; a tenant refused without it: issue 1687.
  { request: `POST ${access}`, ...policies, page: "graph/api/conditionalaccessroot-post-policies" },
  { request: `PATCH ${access}/{}`, ...policies, page: "graph/api/conditionalaccesspolicy-update" },
  { request: `DELETE ${access}/{}`, ...places, page: "graph/api/conditionalaccesspolicy-delete" },
  {
    request: `GET ${locations}`,
    ...readsConditionalAccess,
    page: "graph/api/conditionalaccessroot-list-namedlocations",
  },
  { request: `GET ${locations}/{}`, ...readsConditionalAccess, page: "graph/api/namedlocation-get" },
  { request: `POST ${locations}`, ...places, page: "graph/api/conditionalaccessroot-post-namedlocations" },
  { request: `PATCH ${locations}/{}`, ...places, page: "graph/api/ipnamedlocation-update" },
  { request: `DELETE ${locations}/{}`, ...places, page: "graph/api/namedlocation-delete" },
];
