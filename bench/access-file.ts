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

const head = ["tenant: 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11", "login: { groups: { emit: assigned } }"];

const groupLines = (group: string, members: number) => [
  `  team-${group}:`,
  `    displayName: Team ${group}`,
  `    description: Everybody who works on service ${group}`,
  "    members:",
  ...count(members).map((member) => `      - person-${group}-${member}@contoso.com`),
];

/** The text of an access file of this size; every group has to be assigned to the application. */
export function accessFile({ groups, members, clusters, grants }: Size): string {
  return [
    ...head,
    "groups:",
    ...count(groups).flatMap((group) => groupLines(group, members)),
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

/** The same dealt out among so many files that the access file includes: texts by path. */
export function accessFiles({ groups, members, clusters, grants }: Size, teams: number): Record<string, string> {
  const has = (team: number) => (group: string | number) => Number(group) % teams === team;
  const bounds = `{ groups: [team-*], displayNames: [Team *], members: ["*@contoso.com"], clusters: [cluster-*], namespaces: [namespace-*], roles: [${roles.join(", ")}], wholeCluster: true }`;
  const main = [
    ...head,
    "clusters:",
    ...count(clusters).map(
      (cluster) => `  cluster-${cluster}: { eks: { name: cluster-${cluster}, region: eu-central-1 } }`,
    ),
    "include:",
    ...count(teams).map((team) => `  team-${team}.yaml: ${bounds}`),
  ];
  const parts = count(teams).map((team) => [
    "groups:",
    ...count(groups)
      .filter(has(Number(team)))
      .flatMap((group) => groupLines(group, members)),
    "clusters:",
    ...count(clusters).flatMap((cluster) => [
      `  cluster-${cluster}:`,
      "    grants:",
      ...Array.from({ length: grants }, (_, grant) => grant)
        .filter((grant) => has(Number(team))(grant % groups))
        .map((grant) => `      - { ${grantOf(grant, groups)} }`),
    ]),
  ]);
  return {
    "access.yaml": `${main.join("\n")}\n`,
    ...Object.fromEntries(parts.map((lines, team) => [`team-${String(team)}.yaml`, `${lines.join("\n")}\n`])),
  };
}

function grantOf(grant: number, groups: number): string {
  const role = `group: team-${String(grant % groups)}, clusterRole: ${roles[Math.floor(grant / groups)] ?? ""}`;
  return grant % 2 === 0 ? role : `${role}, namespaces: [namespace-${String(grant % 20)}]`;
}
