import type { Access } from "../../../config/schema/access";
import { claimsOf } from "../../attributes/attribute";
import { assignsGroups } from "../../login/login";
import { grantedGroups } from "../../rbac/grant";
import { namedOwners } from "../../users/people";
import { needs, type Need } from "../need";

const claimsPolicies = "policies/claimsMappingPolicies";
const assignedPolicies = "servicePrincipals/{}/claimsMappingPolicies";
const assigned = "servicePrincipals/{}/appRoleAssignedTo";
const conditionalAccess = "identity/conditionalAccess/policies";
const locations = "identity/conditionalAccess/namedLocations";

/** What the stack `login` asks Microsoft Graph. */
export function loginNeeds(access: Access): Need[] {
  return [
    ...application(access),
    ...(access.login.consent === "grant" ? consent(access) : []),
    ...(assignsGroups(access.login) && grantedGroups(Object.values(access.clusters)).length > 0
      ? assignment(access)
      : []),
    ...restriction(access),
    ...attributes(access),
  ];
}

function application({ login: { owners } }: Access): Need[] {
  const owned = owners === undefined;
  const leave = "leave login.owners out: the deploying identity then owns the application that it makes";
  const why = owned ? "make and change the application" : "make and change an application that others own";
  return [
    ...needs("plan", ["GET applications/{}", "GET applications/{}/owners"], { why: "read the application" }),
    ...needs("plan", ["GET servicePrincipals", "GET servicePrincipals/{}", "GET servicePrincipals/{}/owners"], {
      why: "read the application",
    }),
    ...needs("apply", ["GET applications", "POST applications", "POST servicePrincipals"], {
      why: "make and change the application",
    }),
    ...needs(
      "apply",
      ["PATCH applications/{}", "DELETE applications/{}", "PATCH servicePrincipals/{}", "DELETE servicePrincipals/{}"],
      { owned, why, without: owned ? undefined : leave },
    ),
    ...(owned
      ? []
      : needs("apply", ["POST applications/{}/owners/$ref", "POST servicePrincipals/{}/owners/$ref"], {
          why: "name another owner of the application",
          without: leave,
        })),
    ...(namedOwners(owners ?? []).length > 0
      ? needs("plan", ["GET users"], { about: "basic properties", why: "find owners by name", without: leave })
      : []),
  ];
}

const manual = "set login.consent: manual, and an administrator consents once";

/** What is there already is looked for through msgraph alone. */
const looks = ({ directory }: Access, request: string) => (directory.lookup === "batch" ? [request] : []);

const consent = (access: Access): Need[] => [
  ...needs("plan", [...looks(access, "GET oauth2PermissionGrants"), "GET oauth2PermissionGrants/{}"], {
    why: "read the tenant's consent",
    without: manual,
  }),
  ...needs(
    "apply",
    ["POST oauth2PermissionGrants", "PATCH oauth2PermissionGrants/{}", "DELETE oauth2PermissionGrants/{}"],
    {
      why: "consent for the tenant",
      without: manual,
    },
  ),
];

const optional =
  'leave login.assignment and login.groups.emit "assigned" out: everybody in the tenant can sign in then';
const assignment = (access: Access): Need[] => [
  ...needs("plan", [...looks(access, `GET ${assigned}`), `GET ${assigned}/{}`], {
    why: "read who is assigned",
    without: optional,
  }),
  ...needs("apply", [`POST ${assigned}`, `DELETE ${assigned}/{}`], { why: "assign granted groups", without: optional }),
];

function restriction({ login: { conditionalAccess: settings } }: Access): Need[] {
  if (settings === undefined) return [];
  const without = "leave login.conditionalAccess out, and keep policies elsewhere";
  const { ranges, countries } = settings.allowedLocations ?? {};
  const made = ranges !== undefined || countries !== undefined;
  const reads = [`GET ${conditionalAccess}/{}`, ...(made ? [`GET ${locations}/{}`] : [])];
  const writes = (path: string) => [`POST ${path}`, `PATCH ${path}/{}`, `DELETE ${path}/{}`];
  return [
    ...needs("plan", reads, { why: "read Conditional Access", without }),
    ...needs("apply", [...writes(conditionalAccess), ...(made ? writes(locations) : [])], {
      why: "keep Conditional Access policies",
      without,
    }),
  ];
}

function attributes(access: Access): Need[] {
  const owned = access.login.owners === undefined;
  const extensions = "applications/{}/extensionProperties";
  if (Object.keys(access.attributes).length === 0) return [];
  const defining = [
    ...needs("plan", [`GET ${extensions}/{}`], { why: "read attributes" }),
    ...needs("apply", [`POST ${extensions}`, `DELETE ${extensions}/{}`], { owned, why: "define attributes" }),
  ];
  if (claimsOf(access).length === 0) return defining;
  const without = "leave attributes out";
  return [
    ...defining,
    ...needs("plan", [`GET ${claimsPolicies}/{}`, `GET ${assignedPolicies}`], {
      why: "read the claims policy",
      without,
    }),
    ...needs("apply", [`POST ${claimsPolicies}`, `PATCH ${claimsPolicies}/{}`, `DELETE ${claimsPolicies}/{}`], {
      why: "put attributes into tokens",
      without,
    }),
    ...needs("apply", [`POST ${assignedPolicies}/$ref`, `DELETE ${assignedPolicies}/{}/$ref`], {
      why: "put attributes into tokens",
      without,
    }),
  ];
}
