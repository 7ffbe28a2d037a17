import { applicationPermissions } from "../../model/permissions/application-permissions";
import type {
  Collection,
  DirectorySeed,
  DirectoryView,
  GraphObject,
  HeldRights,
  SeedDeployer,
  Tenant,
} from "./directory-view";
import { agePasswords } from "./routes/passwords";
import { seedStore } from "./seed-store";
import { Store } from "./store";
import { wholeObject } from "./whole-object";

/** A directory in memory. Its API changes it; whoever signs people in reads it. */
export class Directory implements DirectoryView {
  readonly tenant: Tenant;
  /** Who may sign in without a secret. */
  readonly deployer: SeedDeployer;
  /** What the deployer may do from its next token on. */
  rights: HeldRights;
  /** The objects, for the API. */
  readonly store: Store;

  constructor(seed: DirectorySeed) {
    this.tenant = seed.tenant;
    this.deployer = seed.deployer;
    this.rights = seed.deployer.rights ?? { permissions: Object.keys(applicationPermissions), directoryRoles: [] };
    this.store = new Store(seed.tenant);
    seedStore(this.store, seed);
  }

  all(collection: Collection): readonly GraphObject[] {
    return this.store.all(collection).map((entry) => wholeObject(this.store, entry, "v1.0"));
  }

  membersOf(groupId: string): readonly string[] {
    return this.store.links.of(groupId, "members");
  }

  claimsMappingPoliciesOf(servicePrincipalId: string): readonly string[] {
    return this.store.links.of(servicePrincipalId, "claimsMappingPolicies");
  }

  /** Makes every secret older, as if this time had passed: Terraform cannot be told another time. */
  ageSecrets(milliseconds: number): void {
    agePasswords(this.store, milliseconds);
  }

  isSecret(clientId: string, secret: string): boolean {
    return this.store.secrets.has(clientId, secret);
  }
}
