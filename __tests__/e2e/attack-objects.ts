import { builtInRules } from "../../model/rbac/built-in-roles";
import type { PolicyRule } from "../../model/rbac/policy-rule";
import type { ApiAnswer, ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import type { ApiServerAlone } from "./api-server-alone";

export const rbac = "/apis/rbac.authorization.k8s.io/v1";
export const everything = [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }];
/** `hunter2`, as Kubernetes writes it. */
export const password = "aHVudGVyMg==";
export const controller = "clusterrole-aggregation-controller";
export const merge = "application/merge-patch+json";

export const rule = (apiGroup: string, resources: string[], verbs: string[]): PolicyRule => ({
  apiGroups: [apiGroup],
  resources,
  verbs,
});
export const rbacRule = (resource: string, ...verbs: string[]) => rule("rbac.authorization.k8s.io", [resource], verbs);
export const object = (apiVersion: string, kind: string, name: string, more: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name },
  ...more,
});
export const binding = (name: string, role: string, kind = "ClusterRoleBinding") =>
  object("rbac.authorization.k8s.io/v1", kind, name, {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name }],
  });
export const clusterRole = (name: string, rules: readonly PolicyRule[]) =>
  object("rbac.authorization.k8s.io/v1", "ClusterRole", name, { rules });
export const hostPod = (name: string) =>
  object("v1", "Pod", name, {
    spec: {
      serviceAccountName: controller,
      containers: [{ name: "c", image: "busybox", securityContext: { privileged: true } }],
      volumes: [{ name: "root", hostPath: { path: "/" } }],
    },
  });

export const db = "/api/v1/namespaces/team-a/secrets/db";
export const tokenPath = `/api/v1/namespaces/kube-system/serviceaccounts/${controller}/token`;
const tokenRequest = { apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: {} };

/** Becomes the controller that may write any role. */
export const takeToken = (mallory: ApiClient) => mallory.ask("POST", tokenPath, tokenRequest);

/** With the controller's token: its own role gives it everything, until an administrator puts it right. */
export async function rulesTheCluster(server: ApiServerAlone, answer: ApiAnswer): Promise<void> {
  const { token } = (JSON.parse(answer.text) as { status: { token: string } }).status;
  const role = `${rbac}/clusterroles/system:controller:${controller}`;
  await server.holderOf(token).json("PATCH", role, { rules: everything }, merge);
  await server.administrator.json("PATCH", role, { rules: builtInRules(`system:controller:${controller}`) }, merge);
}
