import type { Access } from "../../config/schema/access";
import type { SeedUser } from "../../sandbox/msgraph/directory-view";
import { accessOf, withTenant } from "../access-text";

/** Everything that an access file can say about Entra, at once. */
export const everything: Access = accessOf(
  withTenant(`
login:
  guests: true
  groups: { emit: security }
  claims: { ctry: {}, upn: { additionalProperties: [include_externally_authenticated_upn_without_hash] } }
  assignment: required
  conditionalAccess:
    { breakGlass: rescue, mfa: true, signInFrequency: 12h, allowedLocations: { countries: [DE, FR] } }
  owners: [grace@contoso.com]
attributes: { default_namespace: {}, level: { type: Integer }, since: { type: DateTime }, old: { retired: true } }
guests: [gus@fabrikam.com]
users:
  ada@contoso.com: { attributes: { default_namespace: team-a, level: 5, since: "2026-11-01T08:00:00Z" } }
  nora@contoso.com: { create: { displayName: Nora New }, attributes: { default_namespace: team-b } }
groups:
  devs: { members: [ada@contoso.com, gus@fabrikam.com, nora@contoso.com], owners: [grace@contoso.com], groups: [seniors] }
  seniors: { members: [carol@contoso.com] }
  rescue: { protected: true, members: [bob@contoso.com] }
  platform: { rule: 'user.department -eq "Platform"' }
  auditors: { existing: true, displayName: All auditors, members: [carol@contoso.com] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: devs, clusterRole: edit, namespaces: [team-a] }
      - { group: seniors, clusterRole: view }
      - { group: rescue, clusterRole: cluster-admin }
      - { group: platform, clusterRole: view }
      - { group: auditors, clusterRole: view }
`),
);

/** Somebody who is in the existing group by others' hands. */
export const hal: SeedUser = { userPrincipalName: "hal@contoso.com", displayName: "Hal" };
