import type { Access, Cluster } from "../../config/schema/access";
import { usualSecret } from "../../config/schema/clients/client";
import { clientStack, confidentialClients, secretName } from "../clients/client";
import { storedInAws } from "../clients/stored-in-aws";
import { configNamespace, openshiftSecret, openshiftStack, openshiftsWithSecret } from "../clusters/openshift";
import { assignsGroups } from "../login/login";
import { own } from "../own";
import { portalSecret } from "../portal/portal";
import { changesDirectory, keepsAccounts } from "../users/account";
import { apiServerRights, eksRights, secretRights, type AccountRights } from "./cluster-rights";
import type { DirectoryRole } from "./directory-roles";
import { graphRight } from "./graph-rights";
import { rbacRights, secretWriterRights, type KubernetesRights } from "./kubernetes-rights";
import { leastPermissions, type NeededPermission } from "./least-permissions";
import type { Need, Phase } from "./need";
import { attributesNeeds } from "./needs/attributes-needs";
import { leaversNeeds } from "./needs/leavers-needs";
import { loginNeeds } from "./needs/login-needs";
import { passwordNeeds } from "./needs/password-needs";
import { peopleNeeds } from "./needs/people-needs";
import { usersNeeds } from "./needs/users-needs";
import { openshiftCredentials, type ProviderCredentials } from "./provider-credentials";
import { stateRights } from "./state-rights";

/** What the deploying identity of one stack needs, for `plan` alone or for everything. */
export interface PhasePermissions {
  readonly graph: readonly NeededPermission[];
  readonly aws: readonly AccountRights[];
  readonly kubernetes: readonly KubernetesRights[];
}

/** What the deploying identity of one stack needs. */
export interface StackPermissions {
  readonly stack: string;
  readonly plan: PhasePermissions;
  /** For `apply` and `destroy`, with what a plan needs. */
  readonly apply: PhasePermissions;
  /** The least directory roles of somebody who is signed in and deploys it, instead of an application. */
  readonly roles: readonly DirectoryRole[];
  /** What the tenant has to have licences of. */
  readonly licences: readonly string[];
  /** What it signs in with elsewhere, to plan too. */
  readonly credentials: readonly ProviderCredentials[];
}

interface Sources {
  readonly graph?: readonly Need[];
  readonly aws?: (phase: Phase) => readonly AccountRights[];
  readonly kubernetes?: (phase: Phase) => readonly KubernetesRights[];
  readonly licences?: readonly string[];
  readonly credentials?: readonly ProviderCredentials[];
}

/** What each stack of an access file needs, in the order in which they are deployed. */
export function stackPermissions(access: Access): StackPermissions[] {
  return Object.entries(sourcesOf(access)).map(
    ([stack, { graph = [], aws, kubernetes, licences = [], credentials = [] }]) => {
      const of = (phase: Phase): PhasePermissions => ({
        graph: leastPermissions(graph.filter((need) => phase === "apply" || need.phase === "plan")),
        aws: [...(aws?.(phase) ?? []), ...stateRights(access, stack, phase)],
        kubernetes: kubernetes?.(phase) ?? [],
      });
      return { stack, plan: of("plan"), apply: of("apply"), roles: rolesOf(graph), licences, credentials };
    },
  );
}

function sourcesOf(access: Access): Record<string, Sources> {
  const { portal, clusters, attributes, login } = access;
  const ofClusters = Object.entries(clusters).flatMap(([key, cluster]): [string, Sources][] => [
    ...ofAssociation(access, key, cluster),
    [`rbac-${key}`, { aws: () => apiServerRights(cluster), kubernetes: (phase) => rbacRights(access, cluster, phase) }],
  ]);
  return {
    ...(changesDirectory(access) ? { users: { graph: usersNeeds(access) } } : {}),
    people: { graph: peopleNeeds(access), licences: peopleLicences(access) },
    login: { graph: loginNeeds(access), licences: loginLicences(access) },
    ...(Object.keys(attributes).length > 0 ? { attributes: { graph: attributesNeeds(access) } } : {}),
    ...(keepsAccounts(access.users) ? { leavers: { graph: leaversNeeds(access) } } : {}),
    ...Object.fromEntries(ofClusters),
    ...(login.kubectl === "confidential" ? { credentials: { graph: passwordNeeds(access) } } : {}),
    ...(portal === undefined ? {} : { portal: portalSources(access, portal) }),
    ...clientSources(access),
    ...openshiftSources(access),
  };
}

function ofAssociation(access: Access, key: string, cluster: Cluster): [string, Sources][] {
  switch (cluster.kind) {
    case "eks":
      return [[`eks-${key}`, { aws: (phase) => eksRights(access, cluster, phase) }]];
    case "kubernetes":
    case "aks":
    case "openshift":
      return [];
  }
}

function portalSources(access: Access, portal: NonNullable<Access["portal"]>): Sources {
  const { cluster, namespace, secret } = portal;
  return secretSources(access, { cluster, namespace, name: portalSecret(portal).name, store: secret.store });
}

interface PlacedSecret {
  /** Key of the cluster. */
  readonly cluster: string;
  readonly namespace: string;
  /** Name of the Kubernetes Secret. */
  readonly name: string;
  readonly store: NonNullable<Access["portal"]>["secret"]["store"];
}

function secretSources(access: Access, { cluster: key, namespace, name, store }: PlacedSecret): Sources {
  const cluster = own(access.clusters, key);
  const graph = passwordNeeds(access);
  if (cluster === undefined) return { graph };
  const stored = storedInAws(cluster, store);
  if (stored !== undefined) return { graph, aws: (phase) => secretRights(stored.cluster, stored.name, phase) };
  const kubernetes = (phase: Phase) => secretWriterRights(name, namespace, phase);
  return { graph, aws: () => apiServerRights(cluster), kubernetes };
}

function clientSources(access: Access): Record<string, Sources> {
  const entries = confidentialClients(access).map(([name, { cluster, namespace, secret = usualSecret }]) => {
    const placed = { cluster, namespace, name: secretName(name), store: secret.store };
    return [clientStack(name), secretSources(access, placed)] as const;
  });
  return Object.fromEntries(entries);
}

/** Of Red Hat's API for ROSA nobody documents rights of single requests. */
function openshiftSources(access: Access): Record<string, Sources> {
  const entries = openshiftsWithSecret(access).map(([key, cluster]) => {
    const { openshift } = cluster;
    const placed = {
      cluster: key,
      namespace: configNamespace,
      name: openshiftSecret(openshift),
      store: "kubernetes",
    } as const;
    const sources =
      openshift.signIn === "rosa-classic" ? { graph: passwordNeeds(access) } : secretSources(access, placed);
    return [openshiftStack(key), { ...sources, credentials: openshiftCredentials(cluster) }] as const;
  });
  return Object.fromEntries(entries);
}

function rolesOf(graph: readonly Need[]): DirectoryRole[] {
  const roles = graph.flatMap(
    ({ request, about }) => graphRight(request, about === undefined ? [] : [about])?.role ?? [],
  );
  return [...new Set(roles)].sort();
}

/** learn.microsoft.com/entra/identity/role-based-access-control/groups-concept, …/users/groups-dynamic-membership */
function peopleLicences({ groups }: Access): string[] {
  const premium = Object.values(groups).some((group) => group.protected || group.rule !== undefined);
  return premium ? ["Entra ID P1, for protected groups and groups with a rule"] : [];
}

/** learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal, …/conditional-access/overview */
function loginLicences({ login }: Access): string[] {
  const { conditionalAccess } = login;
  return [
    ...(assignsGroups(login) ? ["Entra ID P1, to assign groups to the application"] : []),
    ...(conditionalAccess === undefined ? [] : ["Entra ID P1, for Conditional Access"]),
    ...(conditionalAccess?.compliantDevice === true ? ["Microsoft Intune, for compliant devices"] : []),
  ];
}
