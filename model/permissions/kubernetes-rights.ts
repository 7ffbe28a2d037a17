import type { Access, Cluster } from "../../config/schema/access";
import { own } from "../own";
import { bindingName, bindingsOf, type Binding } from "../rbac/binding";
import { ownRolesOf } from "../rbac/own-role";
import type { PolicyRule } from "../rbac/policy-rule";
import type { Phase } from "./need";

/** What a stack may do on a cluster: a ClusterRole, or a Role in one namespace. */
export interface KubernetesRights {
  /**
   * The namespace that it holds in.
   *
   * @default - the whole cluster
   */
  readonly namespace?: string;
  readonly rules: readonly PolicyRule[];
}

const group = "rbac.authorization.k8s.io";
const writes = ["delete", "get", "patch"];

/**
 * The rights of `rbac-<cluster>`: no more than the file grants. It may bind the granted roles and no others, and it holds
 * what it writes into roles of the file, as Kubernetes demands: kubernetes.io/docs/reference/access-authn-authz/rbac,
 * "Privilege escalation prevention and bootstrapping".
 */
export function rbacRights(access: Access, cluster: Cluster, phase: Phase): KubernetesRights[] {
  const bindings = bindingsOf(cluster);
  const namespaces = [...new Set(bindings.flatMap(({ namespace }) => namespace ?? []))].sort();
  const lists = namespaces.length > 0 ? [listNamespaces] : [];
  const whole = bindings.filter(({ namespace }) => namespace === undefined);
  const inCluster = [...lists, ...bindingRules(access, whole, phase), ...roleRules(access, cluster, undefined, phase)];
  return [
    ...(inCluster.length > 0 ? [{ rules: inCluster }] : []),
    ...namespaces.map((namespace) => ({
      namespace,
      rules: [
        ...bindingRules(
          access,
          bindings.filter((binding) => binding.namespace === namespace),
          phase,
        ),
        ...roleRules(access, cluster, namespace, phase),
      ],
    })),
  ];
}

/** The rights of `portal`, or of the stack of another client, where its Secret is on the cluster. */
export function secretWriterRights(name: string, namespace: string, phase: Phase): KubernetesRights[] {
  const names = { apiGroups: [""], resources: ["secrets"] };
  const own = { ...names, resourceNames: [name], verbs: phase === "plan" ? ["get"] : writes };
  const makes = phase === "plan" ? [] : [{ ...names, verbs: ["create"] }];
  return [{ rules: [listNamespaces] }, { namespace, rules: [own, ...makes] }];
}

const listNamespaces: PolicyRule = { apiGroups: [""], resources: ["namespaces"], verbs: ["list"] };

/** Names cannot narrow `create`: the object has none yet when the right is judged. */
function bindingRules({ roles }: Access, bindings: readonly Binding[], phase: Phase): PolicyRule[] {
  if (bindings.length === 0) return [];
  const resources = [bindings[0]?.namespace === undefined ? "clusterrolebindings" : "rolebindings"];
  const resourceNames = bindings.map(bindingName).sort();
  const apiGroups = [group];
  if (phase === "plan") return [{ apiGroups, resources, resourceNames, verbs: ["get"] }];
  // Whoever holds what a role allows may bind it: so it is with the roles that are made here.
  const made = (name: string) => own(roles, name)?.existing === false;
  const granted = (kind: string) =>
    [...new Set(bindings.filter(({ role }) => role.kind === kind).map(({ role }) => role.name))]
      .filter((name) => !made(name))
      .sort();
  const bind = (resource: string, names: readonly string[]) =>
    names.length === 0 ? [] : [{ apiGroups, resources: [resource], resourceNames: names, verbs: ["bind"] }];
  return [
    { apiGroups, resources, resourceNames, verbs: writes },
    { apiGroups, resources, verbs: ["create"] },
    ...bind("clusterroles", granted("ClusterRole")),
    ...bind("roles", granted("Role")),
  ];
}

function roleRules(access: Access, cluster: Cluster, namespace: string | undefined, phase: Phase): PolicyRule[] {
  const own = ownRolesOf(access, cluster).filter((role) => role.namespace === namespace);
  if (own.length === 0) return [];
  const resources = [namespace === undefined ? "clusterroles" : "roles"];
  const resourceNames = own.map(({ name }) => name).sort();
  const apiGroups = [group];
  if (phase === "plan") return [{ apiGroups, resources, resourceNames, verbs: ["get"] }];
  return [
    { apiGroups, resources, resourceNames, verbs: writes },
    { apiGroups, resources, verbs: ["create"] },
    ...own.flatMap(({ rules }) => rules),
  ];
}
