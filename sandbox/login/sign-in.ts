import type { Client } from "./application";
import type { Version } from "./issuer";
import type { User } from "./user";

/** Somebody signs in to an application. */
export interface SignIn {
  readonly client: Client;
  readonly user: User;
  readonly scopes: readonly string[];
  readonly version: Version;
}
