import { presetOf } from "../clients/presets";
import { knownRoles, type RoleEntries } from "./known-roles";
import { presentGrants, type GrantingCluster, type PlacedGrant } from "./receivers";
import { strengthOf, type GrantedRole, type Strength } from "./role-dangers";

type GroupGrant = GrantedRole & { readonly group?: string | undefined };

/** What is read of a file. */
interface Granting<Grant> {
  readonly roles: RoleEntries;
  readonly clusters: Readonly<Record<string, GrantingCluster<Grant>>>;
  readonly portal?: GrantingPortal | undefined;
  /** @default - there are none */
  readonly clients?: Readonly<Record<string, GrantingClient>>;
}

interface GrantingClient {
  readonly preset?: string | undefined;
  readonly cluster?: string | undefined;
  readonly groups: { readonly admin: readonly unknown[] };
}

interface GrantingPortal {
  readonly cluster?: string | undefined;
  readonly namespace?: string | undefined;
  readonly groups: Readonly<Partial<Record<string, string | undefined>>>;
}

/** What the portal's chart gives its administrators in its namespace, and a web client such as Argo CD in the whole cluster. */
interface ChartGrant {
  readonly group: string;
  readonly clusterRole: "cluster-admin";
  readonly role?: undefined;
  readonly namespaces?: readonly string[] | undefined;
}

/** A grant that is as strong as cluster-admin. */
export interface StrongGrant<Grant> extends PlacedGrant<Grant> {
  readonly strength: Strength;
  /** Where the file names the group. */
  readonly groupAt: readonly (string | number)[];
  /** Where the file names a namespace, by its position in the grant. */
  readonly namespaceAt: (index: number) => readonly (string | number)[];
  /** Who grants it, if it is not the file: goes on from what is granted. */
  readonly by: string;
}

/** Every grant that is as strong as cluster-admin in one of these ways, also what the portal's chart binds, and what web clients let their administrators do. */
export function strongGrants<Grant extends GroupGrant>(
  { roles, clusters, portal, clients }: Granting<Grant>,
  ...ways: readonly Strength[]
): readonly StrongGrant<Grant | ChartGrant>[] {
  const known = knownRoles(roles);
  const strong = <Placed extends PlacedGrant<GrantedRole>>(placed: Placed) => {
    const strength = strengthOf(known, placed.grant);
    return strength !== undefined && ways.includes(strength) ? [{ placed, strength }] : [];
  };
  const granted = presentGrants(clusters)
    .flatMap(strong)
    .map(({ placed, strength }) => ({
      ...placed,
      strength,
      groupAt: [...placed.path, "group"],
      namespaceAt: (index: number) => [...placed.path, "namespaces", index],
      by: "",
    }));
  const charted = [...byChart(portal), ...byClients(clients)]
    .flatMap(strong)
    .map(({ placed, strength }) => ({ ...placed, strength }));
  return [...granted, ...charted];
}

/** deploy-templates/templates/rbac/rolebinding_admin.yaml of github.com/epam/edp-install: cluster-admin in its own namespace. */
export function byChart({ cluster, namespace = "", groups }: GrantingPortal = { groups: {} }) {
  const group = groups["admin"];
  if (cluster === undefined || group === undefined) return [];
  const grant: ChartGrant = { group, clusterRole: "cluster-admin", namespaces: [namespace] };
  const by = " by the portal's chart in its namespace";
  const [groupAt, namespaceAt] = [["portal", "groups", "admin"], () => ["portal", "namespace"]];
  return [{ cluster, path: ["portal"], groupAt, namespaceAt, by, grant }];
}

/** Web clients whose administrators may do what the client itself may. */
function byClients(clients: Granting<unknown>["clients"] = {}) {
  return Object.entries(clients).flatMap(([name, { preset, cluster, groups }]) => {
    const known = presetOf({ preset });
    if (known?.adminsAreClusterAdmin !== true || cluster === undefined) return [];
    const by = ` by ${known.title}`;
    return groups.admin.flatMap((group, index) => {
      if (typeof group !== "string") return [];
      const grant: ChartGrant = { group, clusterRole: "cluster-admin" };
      const groupAt = ["clients", name, "groups", "admin", index];
      return [{ cluster, path: ["clients", name], groupAt, namespaceAt: () => groupAt, by, grant }];
    });
  });
}

/** What is granted, in words. */
export const strengthInWords: Readonly<Record<Strength, string>> = {
  "cluster-admin": "cluster-admin",
  own: "a role as strong as cluster-admin",
  "built-in": "a role as strong as cluster-admin",
  unknown: "a role that only the cluster knows",
};
