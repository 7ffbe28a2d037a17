import type { DirectoryView, GraphObject } from "../msgraph/directory-view";
import { EntraError } from "./entra-error";
import { sameText } from "./same-text";

/** A user of Microsoft Graph, as far as signing in reads it. */
export interface User extends GraphObject {
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly mail: string | null | undefined;
  readonly userType: string | null | undefined;
  readonly accountEnabled: boolean | null | undefined;
  readonly givenName: string | null | undefined;
  readonly surname: string | null | undefined;
  readonly usageLocation: string | null | undefined;
  readonly onPremisesExtensionAttributes: Readonly<Record<string, unknown>> | null | undefined;
}

/** Whether the account lives in another directory. */
export function isGuest({ userType }: User): boolean {
  return userType === "Guest";
}

/**
 * The living user of this name; a disabled or unknown one is refused.
 *
 * @param name object ID, user principal name or mail address; the part before the `@` is enough
 */
export function findUser(directory: DirectoryView, name: string): User {
  const users = directory.all("users") as readonly User[];
  const user =
    users.find(({ id, userPrincipalName }) => [id, userPrincipalName].some((full) => sameText(full, name))) ??
    users.find(({ mail }) => sameText(mail, name)) ??
    users.find(({ userPrincipalName, mail }) =>
      [userPrincipalName, mail].some((full) => sameText(full?.split("@")[0], name)),
    );
  if (user === undefined) {
    throw new EntraError(
      50034,
      "invalid_grant",
      `The user account ${name} does not exist in the ${directory.tenant.domains[0] ?? directory.tenant.id} directory.`,
    );
  }
  // [seen]
  if (user.accountEnabled === false) throw new EntraError(50057, "invalid_grant", "The user account is disabled.");
  return user;
}
