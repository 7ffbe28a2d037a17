import type { DirectoryView } from "../msgraph/directory-view";
import { optionalClaim } from "./application";
import { assignmentsTo } from "./assignment";
import type { Claims } from "./claims";
import { directGroupsOf, nestedGroupsOf, type Group } from "./membership";
import type { SignIn } from "./sign-in";

/** Nested ones included. [doc: id-token-claims-reference] */
const mostGroups = 200;

/**
 * The groups of a user as the application wants to see them; beyond 200 only where to ask for them.
 *
 * @param localUrl URL of the emulated Entra
 */
export function groupClaims(directory: DirectoryView, { client, user }: SignIn, localUrl: string): Claims {
  const { application } = client;
  const groups = emittedGroups(directory, { client, user });
  if (groups.length === 0) return {};
  if (groups.length > mostGroups) {
    // The real one is https://graph.windows.net/…, which nobody should be led to from here. [doc: id-token-claims-reference]
    const endpoint = `${localUrl}/graph.windows.net/${directory.tenant.id}/users/${user.id}/getMemberObjects`;
    return { _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint } } };
  }
  const how = optionalClaim(application, "groups")?.additionalProperties ?? [];
  const byAssignment = membershipClaims(application.groupMembershipClaims).includes("ApplicationGroup");
  const values = groups.map((group) => nameOf(group, how, byAssignment));
  return { [how.includes("emit_as_roles") ? "roles" : "groups"]: values };
}

function membershipClaims(value: string | null | undefined): readonly string[] {
  return (value ?? "None").split(",").map((part) => part.trim());
}

/** Directory roles, which "All" has too, are not emulated. */
function emittedGroups(directory: DirectoryView, { client, user }: Pick<SignIn, "client" | "user">): readonly Group[] {
  const wanted = membershipClaims(client.application.groupMembershipClaims);
  if (wanted.includes("All")) return nestedGroupsOf(directory, user.id);
  if (wanted.includes("SecurityGroup")) {
    return nestedGroupsOf(directory, user.id).filter(({ securityEnabled }) => securityEnabled === true);
  }
  if (!wanted.includes("ApplicationGroup")) return [];
  // [doc: optional-claims] nested groups are not among the assigned ones
  const assigned = assignmentsTo(directory, client.servicePrincipal).map(({ principalId }) => principalId);
  return directGroupsOf(directory, user.id).filter(({ id }) => assigned.includes(id));
}

/** [doc: optional-claims] names only for synchronized groups; cloud_displayname only for assigned ones */
function nameOf(group: Group, how: readonly string[], byAssignment: boolean): string {
  const account = group.onPremisesSamAccountName ?? "";
  if (group.onPremisesSyncEnabled === true && how.some((name) => name.endsWith("sam_account_name")) && account !== "") {
    if (how.includes("dns_domain_and_sam_account_name")) return `${group.onPremisesDomainName ?? ""}\\${account}`;
    if (how.includes("netbios_domain_and_sam_account_name")) return `${group.onPremisesNetBiosName ?? ""}\\${account}`;
    return account;
  }
  return how.includes("cloud_displayname") && byAssignment ? (group.displayName ?? group.id) : group.id;
}
