import type { DirectoryView } from "../msgraph/directory-view";
import type { Claims } from "./claims";
import { nestedGroupsOf } from "./membership";
import { findUser, isGuest } from "./user";

/** What an AKS cluster knows of a person, in the claims of one token. */
export const aksClaims = { username: "user", groups: "groups" } as const;

/**
 * Who a person is to an AKS cluster; a disabled or unknown one is refused. No assignment, consent or claim of the login counts.
 *
 * AKS reads an access token of its own application by a webhook. Here the API server reads the webhook's answer itself.
 */
export function aksIdentity(directory: DirectoryView, person: string): Claims {
  const user = findUser(directory, person);
  // [src: Azure/kubelogin#144] more than 200 are no problem
  const groups = nestedGroupsOf(directory, user.id).filter(({ securityEnabled }) => securityEnabled === true);
  return {
    // [doc: kubernetes-rbac-entra-id] whoever is of another tenant is bound by object ID
    [aksClaims.username]: isGuest(user) ? user.id : user.userPrincipalName,
    // [doc: kubelogin-authentication] only object IDs, without a prefix
    [aksClaims.groups]: groups.map(({ id }) => id),
  };
}
