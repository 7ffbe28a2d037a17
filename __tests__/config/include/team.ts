import { withTenant } from "../../access-text";
import { mistakesBeside } from "../mistakes-beside";

/** The platform's file, and what a team may do. */
export const main = withTenant(`
groups:
  platform: { displayName: Platform, members: [ada@contoso.com] }
  auditors: { members: [grace@contoso.com] }
  partners: { existing: 11111111-2222-4333-8444-555555555555 }
roles:
  log-reader: { rules: [{ apiGroups: [""], resources: [pods/log], verbs: [get] }] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: platform, clusterRole: cluster-admin }
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
include:
  team.yaml:
    groups: [shop-*]
    members: ["*@contoso.com"]
    clusters: [stage]
    namespaces: [shop, shop-*]
    roles: [view, edit]
  other.yaml:
    groups: [search-*]
    members: ["*@contoso.com"]
`);

/** A team's file that does what it may. */
export const team = `groups:
  shop-devs: { members: [bob@contoso.com] }
clusters:
  stage:
    grants:
      - { group: shop-devs, clusterRole: edit, namespaces: [shop] }
`;
export const other = "groups: { search-devs: { members: [dora@contoso.com] } }\n";

/** What is refused of these files. */
export const refusedOf = (files: Readonly<Record<string, string>>, access = main): string[] =>
  mistakesBeside({ "team.yaml": team, "other.yaml": other, ...files }, access);

/** What is refused of the team's file with this text in the place of another. */
export function refused(from: string, to: string): string[] {
  expect(team).toContain(from);
  return refusedOf({ "team.yaml": team.replace(from, to) });
}
