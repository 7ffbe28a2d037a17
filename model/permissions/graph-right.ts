import type { ApplicationPermission } from "./application-permissions";
import type { DirectoryRole } from "./directory-roles";

/** Application permissions that suffice together. */
export interface Sufficient {
  readonly all: readonly ApplicationPermission[];
  /**
   * Whether they suffice only for what the caller owns.
   *
   * @default false
   */
  readonly ofOwner?: true;
}

/** What sets a request apart from others of the same method and path. */
export type Case = "a user" | "account state" | "basic properties" | "role-assignable group";

/** What one request to Microsoft Graph needs. */
export interface GraphRight {
  /** Method and path below the version, with `{}` for each variable: `PATCH users/{}`. */
  readonly request: string;
  /**
   * Which of these requests are meant.
   *
   * @default - all that no other row is about
   */
  readonly about?: Case;
  /** The alternatives for an application, the least first. */
  readonly application: readonly Sufficient[];
  /** The delegated permission that suffices for somebody who is signed in, the least. */
  readonly delegated: string;
  /**
   * The least directory role that somebody who is signed in needs besides.
   *
   * @default - none
   */
  readonly role?: DirectoryRole;
  /** Where it is documented: below learn.microsoft.com, or an issue. */
  readonly page: string;
}

/** Alternatives of one permission each. */
export const any = (...permissions: readonly ApplicationPermission[]): Sufficient[] =>
  permissions.map((permission) => ({ all: [permission] }));

/** One alternative of several permissions. */
export const both = (...all: readonly ApplicationPermission[]): Sufficient => ({ all });

/** One alternative that suffices for what the caller owns. */
export const owner = (...all: readonly ApplicationPermission[]): Sufficient => ({ all, ofOwner: true });
