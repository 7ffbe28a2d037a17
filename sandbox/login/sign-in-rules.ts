import type { DirectoryView } from "../msgraph/directory-view";
import { assignmentsOf } from "./assignment";
import { unconsented } from "./consent";
import { EntraError } from "./entra-error";
import { resourceOf } from "./resource";
import type { SignIn } from "./sign-in";

/**
 * Throws what Entra would say if this user may not sign in to this application with these scopes. Conditional Access
 * policies are not enforced: nobody here has a device, a second factor or a place.
 */
export function checkSignIn(directory: DirectoryView, signIn: SignIn): void {
  const { user, client } = signIn;
  const { application, servicePrincipal } = client;
  const { appId, displayName } = application;
  if (servicePrincipal.accountEnabled === false) {
    // [seen]
    throw new EntraError(7000112, "unauthorized_client", `Application '${appId}'(${displayName}) is disabled.`);
  }
  const assigned = assignmentsOf(directory, servicePrincipal, user).length > 0;
  if (servicePrincipal.appRoleAssignmentRequired === true && !assigned) {
    // [seen]
    throw new EntraError(
      50105,
      "invalid_grant",
      `Your administrator has configured the application ${displayName} ('${appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${user.userPrincipalName}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
    );
  }
  resourceOf(signIn);
  const missing = unconsented(directory, signIn);
  if (missing.length > 0) {
    // [seen]
    throw new EntraError(
      65001,
      "invalid_grant",
      `The user or administrator has not consented to use the application with ID '${appId}' named '${displayName}'. Send an interactive authorization request for this user and resource. (sandbox: not consented: ${missing.join(" ")})`,
    );
  }
}
