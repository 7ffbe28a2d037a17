/** How large an access file is. */
export interface Size {
  readonly groups: number;
  /** In each group; nobody is in two. */
  readonly members: number;
  readonly clusters: number;
  /** On each cluster, at most four times as many as groups; every second one in one namespace, the others on the whole cluster. */
  readonly grants: number;
}

const roles = ["view", "edit", "admin", "cluster-admin"];
const count = (length: number) => Array.from({ length }, (_, index) => String(index));

/** The text of an access file of this size; every group has to be assigned to the application. */
export function accessFile({ groups, members, clusters, grants }: Size): string {
  return [
    "tenant: 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11",
    "login: { groups: { emit: assigned } }",
    "groups:",
    ...count(groups).flatMap((group) => [
      `  team-${group}:`,
      `    displayName: Team ${group}`,
      `    description: Everybody who works on service ${group}`,
      "    members:",
      ...count(members).map((member) => `      - person-${group}-${member}@contoso.com`),
    ]),
    "clusters:",
    ...count(clusters).flatMap((cluster) => [
      `  cluster-${cluster}:`,
      `    eks: { name: cluster-${cluster}, region: eu-central-1 }`,
      "    grants:",
      ...Array.from({ length: grants }, (_, grant) => `      - { ${grantOf(grant, groups)} }`),
    ]),
    "",
  ].join("\n");
}

function grantOf(grant: number, groups: number): string {
  const role = `group: team-${String(grant % groups)}, clusterRole: ${roles[Math.floor(grant / groups)] ?? ""}`;
  return grant % 2 === 0 ? role : `${role}, namespaces: [namespace-${String(grant % 20)}]`;
}
