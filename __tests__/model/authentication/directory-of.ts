import type { Access } from "../../../config/schema/access";
import { idTokenClaims } from "../../../constructs/login/optional-claims";
import { claimsOf, valuesOf } from "../../../model/attributes/attribute";
import { assignmentRequired, assignsGroups, groupMembershipClaims } from "../../../model/login/login";
import { grantedGroups } from "../../../model/rbac/grant";
import { everybodyOf, invitedAs, isGuest } from "../../../model/users/people";
import type { Collection, DirectoryView, GraphObject } from "../../../sandbox/msgraph/directory-view";
import { clientId, consent } from "../../sandbox/login/sample-directory";

const made = (kind: number, index: number) =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(index).padStart(12, "0")}`;
const extension = (name: string) => `extension_${clientId.replaceAll("-", "")}_${name}`;

/** The directory that an access file leads to when all of it is deployed and every guest has accepted, without a deployment. */
export function directoryOf(access: Access) {
  const objectIds = Object.fromEntries(
    Object.entries(access.groups).map(([key, { existing }], index) => [
      key,
      typeof existing === "string" ? existing : made(1, index),
    ]),
  );
  const people = new Map(everybodyOf(access).map((name, index) => [name, personOf(access, name, made(2, index))]));
  const membersOf = (id: string) =>
    Object.entries(access.groups)
      .filter(([key]) => objectIds[key] === id)
      .flatMap(([, { members, groups }]) => [
        ...members.map((name) => people.get(name)?.id ?? ""),
        ...groups.map((key) => objectIds[key] ?? ""),
      ]);
  const policies = policiesFor(access);
  const collections: Partial<Record<Collection, readonly GraphObject[]>> = {
    users: [...people.values()],
    groups: [...new Set(Object.values(objectIds))].map((id) => ({ id, displayName: id, securityEnabled: true })),
    applications: [applicationFor(access)],
    servicePrincipals: [
      {
        id: "sp",
        appId: clientId,
        accountEnabled: true,
        appRoleAssignmentRequired: assignmentRequired(access.login),
        appRoles: [],
      },
    ],
    appRoleAssignments: assignmentsFor(access, objectIds),
    oauth2PermissionGrants: [consent({})],
    extensionProperties: Object.keys(access.attributes).map((name) => ({
      id: name,
      name: extension(name),
      targetObjects: ["User"],
    })),
    claimsMappingPolicies: policies,
  };
  const directory: DirectoryView = {
    tenant: { id: access.tenant, displayName: "Contoso", domains: ["contoso.com"] },
    all: (collection) => collections[collection] ?? [],
    membersOf,
    claimsMappingPoliciesOf: (id) => (id === "sp" ? policies.map((policy) => policy.id) : []),
    isSecret: () => false,
  };
  return { directory, objectIds, idOf: (name: string) => people.get(name)?.id ?? "" };
}

function personOf(access: Access, name: string, id: string): GraphObject {
  const guest = isGuest(access, name);
  const mail = invitedAs(name) ?? name;
  const attributes = Object.entries(valuesOf(access, name)).map(([key, value]) => [extension(key), value] as const);
  return {
    id,
    userPrincipalName: guest && mail === name ? `${name.replace("@", "_")}#EXT#@contoso.com` : name,
    mail,
    displayName: name,
    userType: guest ? "Guest" : "Member",
    accountEnabled: access.users[name]?.left !== true,
    ...Object.fromEntries(attributes),
  };
}

const applicationFor = ({ login, attributes }: Access): GraphObject => ({
  id: "app",
  appId: clientId,
  displayName: login.name,
  groupMembershipClaims: groupMembershipClaims[login.groups.emit],
  optionalClaims: { idToken: idTokenClaims(login) },
  api: { acceptMappedClaims: claimsOf({ attributes }).length > 0 },
});

const assignmentsFor = ({ login, clusters }: Access, objectIds: Readonly<Record<string, string>>): GraphObject[] =>
  assignsGroups(login)
    ? grantedGroups(Object.values(clusters)).map((key) => ({
        id: `assignment-${key}`,
        resourceId: "sp",
        principalId: objectIds[key],
      }))
    : [];

function policiesFor(access: Access): GraphObject[] {
  const ClaimsSchema = claimsOf(access).map((name) => ({
    Source: "user",
    ExtensionID: extension(name),
    JwtClaimType: name,
  }));
  const ClaimsMappingPolicy = { Version: 1, IncludeBasicClaimSet: "true", ClaimsSchema };
  return ClaimsSchema.length === 0 ? [] : [{ id: "policy", definition: [JSON.stringify({ ClaimsMappingPolicy })] }];
}
