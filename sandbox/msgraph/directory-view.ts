/** An object of Microsoft Graph, as its API shows it. */
export interface GraphObject {
  readonly id: string;
  readonly [property: string]: unknown;
}

export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  /** Verified domains, the default one first. */
  readonly domains: readonly string[];
  /**
   * Those of the domains whose people sign in at an identity provider of their own.
   *
   * @default - none
   */
  readonly federatedDomains?: readonly string[];
  /**
   * Who may invite guests.
   *
   * @default "everyone"
   */
  readonly allowInvitesFrom?: "everyone" | "none";
}

export interface SeedUser {
  readonly userPrincipalName: string;
  readonly displayName: string;
  /** @default - the user principal name; `null` for somebody without a mailbox */
  readonly mail?: string | null;
  /** @default "Member" */
  readonly userType?: "Member" | "Guest";
  /** @default true */
  readonly accountEnabled?: boolean;
}

export interface SeedGroup {
  readonly displayName: string;
  /** @default - made from the display name */
  readonly id?: string;
  /** User principal names of users, or display names of other seeded groups (nested). */
  readonly members: readonly string[];
}

/** What an identity may do in a tenant. */
export interface HeldRights {
  /** Application permissions of Microsoft Graph, by name. */
  readonly permissions: readonly string[];
  /** Directory roles, by name. */
  readonly directoryRoles: readonly string[];
}

/** The application that Terraform signs in as. */
export interface SeedDeployer {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly displayName: string;
  /**
   * Certificate that it may sign in with, PEM.
   *
   * @default - none
   */
  readonly certificate?: string;
  /**
   * An identity elsewhere that it trusts; the key of its issuer is PEM.
   *
   * @default - none
   */
  readonly federated?: { readonly issuer: string; readonly subject: string; readonly publicKey: string };
  /**
   * What it may do.
   *
   * @default - every application permission that this program can need, and no directory role
   */
  readonly rights?: HeldRights;
}

/** What an emulated directory holds before anybody deploys. */
export interface DirectorySeed {
  readonly tenant: Tenant;
  /** The application that Terraform signs in as, by client credentials. */
  readonly deployer: SeedDeployer;
  readonly users: readonly SeedUser[];
  /** @default - none */
  readonly groups?: readonly SeedGroup[];
  /**
   * Object IDs of named locations.
   *
   * @default - none
   */
  readonly namedLocations?: readonly string[];
}

export type Collection =
  | "users"
  | "groups"
  | "applications"
  | "servicePrincipals"
  | "oauth2PermissionGrants"
  | "appRoleAssignments"
  | "extensionProperties"
  | "claimsMappingPolicies"
  | "conditionalAccessPolicies"
  | "namedLocations";

/** The directory as signing in reads it: what Terraform made through Graph is what counts. */
export interface DirectoryView {
  readonly tenant: Tenant;
  all(collection: Collection): readonly GraphObject[];
  /** IDs of the direct members of a group. */
  membersOf(groupId: string): readonly string[];
  /** IDs of the claims mapping policies that are assigned to a service principal. */
  claimsMappingPoliciesOf(servicePrincipalId: string): readonly string[];
  /** Whether this is a living secret of the application with this client ID. */
  isSecret(clientId: string, secret: string): boolean;
}
