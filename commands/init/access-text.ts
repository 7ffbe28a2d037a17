import { stringify } from "yaml";
import type { Answers, NewCluster, NewGrant } from "./answers";

const head = `# yaml-language-server: $schema=./node_modules/entra-eks/access.schema.json
# Who may sign in to which EKS clusters, and what each group may do there.
`;

const groupExample = `# A group and its people, by user principal name:
# groups:
#   developers: { members: [ada@contoso.com] }
`;

const clusterExample = `# A cluster, and what a group may do there:
# clusters:
#   prod:
#     eks: { name: prod-eks, region: eu-central-1 }
#     grants:
#       - { group: developers, clusterRole: view, namespaces: [team-a] }
`;

/** A first access file, with the same grants on every cluster. */
export function accessText({ tenant, groups, clusters, grants }: Answers): string {
  const given = grants.map(entryOf);
  const named = clusters.map((cluster) => [keyOf(cluster, clusters), { eks: { ...cluster }, grants: given }] as const);
  return [
    head,
    stringify({ tenant }),
    // Twice the same name is a mistake that the reader of the file tells.
    groups.length === 0
      ? groupExample
      : entries(
          "groups",
          groups.map(({ key, members }) => [key, { members }]),
        ),
    clusters.length === 0 ? clusterExample : `${entries("clusters", named)}${grantHint}`,
  ].join("");
}

const grantHint = `# A grant is like { group: developers, clusterRole: edit, namespaces: [team-a] }.
# "view" reads all but secrets, "edit" changes what runs. A namespace must be on the cluster before you deploy.
`;

const entryOf = ({ group, clusterRole, namespaces }: NewGrant) =>
  namespaces.length === 0 ? { group, clusterRole } : { group, clusterRole, namespaces };

const entries = (name: string, all: readonly (readonly [string, unknown])[]) =>
  `${name}:\n${all
    .map(([key, value]) =>
      stringify({ [key]: value })
        .replace(/^/gm, "  ")
        .trimEnd(),
    )
    .join("\n")}\n`;

/** Names the stacks of a cluster: a DNS label, with the region where two clusters would have the same. */
function keyOf(cluster: NewCluster, all: readonly NewCluster[]): string {
  const label = ({ name }: NewCluster) => name.toLowerCase().replaceAll("_", "-").slice(0, 40).replace(/-+$/, "");
  const isShared = all.some((other) => other !== cluster && label(other) === label(cluster));
  return isShared ? `${label(cluster)}-${cluster.region}` : label(cluster);
}
