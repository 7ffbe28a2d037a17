import type { Collection, DirectoryView, GraphObject } from "../../../sandbox/msgraph/directory-view";

export const tenantId = "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11";
export const clientId = "11111111-1111-1111-1111-111111111111";
export const realV1 = `https://sts.windows.net/${tenantId}/`;
export const realV2 = `https://login.microsoftonline.com/${tenantId}/v2.0`;

/** A secret of the sample application. */
export const secret = "correct horse~battery";

type Properties = Readonly<Record<string, unknown>>;

export interface Changes {
  /** @default - a security group `devs` with ada, its parent `parents`, and a distribution list */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** @default - none */
  readonly application?: Properties;
  /** @default - none */
  readonly servicePrincipal?: Properties;
  /** @default - none */
  readonly ada?: Properties;
  /** @default - no policies */
  readonly policies?: readonly Properties[];
  /** @default - consent of the tenant, and nothing else */
  readonly collections?: Partial<Record<Collection, readonly GraphObject[]>>;
}

const person = (name: string, changes: Properties = {}): GraphObject => ({
  id: `id-${name}`,
  userPrincipalName: `${name}@contoso.com`,
  displayName: name,
  givenName: name,
  surname: "S",
  mail: `${name}@contoso.com`,
  userType: "Member",
  accountEnabled: true,
  ...changes,
});

const guest = { userPrincipalName: "gus_fabrikam.com#EXT#@contoso.com", mail: "gus@fabrikam.com", userType: "Guest" };

/** A directory with one application to sign in to; the tests change what they are about. */
export function sampleDirectory(changes: Changes = {}): DirectoryView {
  const { members = { devs: ["id-ada"], parents: ["devs"], list: ["id-ada"] }, policies = [] } = changes;
  const collections: Partial<Record<Collection, readonly GraphObject[]>> = {
    users: [
      person("ada", changes.ada),
      person("gus", guest),
      person("nomail", { mail: null }),
      person("off", { accountEnabled: false }),
    ],
    groups: Object.keys(members).map((id) => ({ id, displayName: id, securityEnabled: id !== "list" })),
    applications: [
      {
        id: "app",
        appId: clientId,
        displayName: "login",
        groupMembershipClaims: "SecurityGroup",
        publicClient: { redirectUris: ["http://localhost"] },
        web: { redirectUris: ["https://portal.contoso.com/auth/callback"] },
        spa: { redirectUris: ["https://spa.contoso.com/"] },
        ...changes.application,
      },
    ],
    servicePrincipals: [
      {
        id: "sp",
        appId: clientId,
        accountEnabled: true,
        appRoleAssignmentRequired: false,
        appRoles: [{ id: "r1", value: "Admin" }],
        ...changes.servicePrincipal,
      },
    ],
    oauth2PermissionGrants: [consent({})],
    claimsMappingPolicies: policies.map((policy, index) => ({
      id: `policy-${index}`,
      definition: [JSON.stringify({ ClaimsMappingPolicy: policy })],
    })),
    ...changes.collections,
  };
  return {
    tenant: { id: tenantId, displayName: "Contoso", domains: ["contoso.com", "contoso.onmicrosoft.com"] },
    all: (collection) => collections[collection] ?? [],
    membersOf: (id) => members[id] ?? [],
    claimsMappingPoliciesOf: (id) => (id === "sp" ? policies.map((_, index) => `policy-${index}`) : []),
    isSecret: (id, value) => id === clientId && value === secret,
  };
}

/** A consent to the sample application, of the whole tenant unless it is changed. */
export function consent(changes: Properties): GraphObject {
  const scope = "openid profile email offline_access User.Read";
  return { id: "consent", clientId: "sp", consentType: "AllPrincipals", scope, ...changes };
}

/** Assignments of principals to the sample application. */
export function assigned(...principalIds: readonly string[]): Partial<Record<Collection, readonly GraphObject[]>> {
  const appRoleAssignments = principalIds.map((principalId) => ({
    id: `assignment-${principalId}`,
    resourceId: "sp",
    principalId,
    appRoleId: "r1",
  }));
  return { appRoleAssignments };
}
