import { withGrants } from "../../access-text";
import { synth } from "../../synth";

const inOneLine = (text: string) => text.replaceAll("\n", " ");
const roles = `{
  "log.reader": { rules: [{ apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }] },
  scraper: { rules: [{ nonResourceURLs: [/metrics, "/\${a}/*"], verbs: [get] }, { apiGroups: [""], resources: [nodes/metrics], resourceNames: ["%{n"], verbs: [get] }] },
  theirs: { existing: true },
  spare: { rules: [{ apiGroups: [apps], resources: [deployments], verbs: [get] }] },
}`;
const grants = `[
  { group: devs, clusterRole: scraper },
  { group: ops, clusterRole: scraper },
  { group: devs, clusterRole: log.reader, namespaces: [a, b] },
  { group: devs, role: log.reader, namespaces: [a] },
  { group: ops, role: log.reader, namespaces: [a, b] },
  { group: ops, clusterRole: theirs },
  { group: ops, role: theirs, namespaces: [a] },
]`;
const program = synth(withGrants(inOneLine(grants), "{ devs: {}, ops: {} }", inOneLine(roles)));
const clusterRole = (address: string) => program.resource("rbac-prod", "kubernetes_cluster_role_v1", address);
const inA = program.resource("rbac-prod", "kubernetes_role_v1", "Role__log_2e_reader__a");

test("a role is made once where grants need it: a ClusterRole on the cluster, a Role in each namespace; an existing one never", () => {
  expect(program.addresses("rbac-prod", "kubernetes_cluster_role_v1")).toEqual([
    "ClusterRole__log_2e_reader",
    "ClusterRole__scraper",
  ]);
  expect(program.addresses("rbac-prod", "kubernetes_role_v1")).toEqual([
    "Role__log_2e_reader__a",
    "Role__log_2e_reader__b",
  ]);
});

test("a role has exactly its rules, whose texts are text and not Terraform", () => {
  expect(clusterRole("ClusterRole__scraper")).toMatchObject({
    metadata: { name: "scraper", labels: { "app.kubernetes.io/managed-by": "entra-eks" } },
    rule: [
      { non_resource_urls: ["/metrics", "/$${a}/*"], verbs: ["get"] },
      { api_groups: [""], resources: ["nodes/metrics"], resource_names: ["%%{n"], verbs: ["get"] },
    ],
  });
  expect(inA).toMatchObject({
    metadata: { name: "log.reader", namespace: "a" },
    rule: [{ api_groups: [""], resources: ["pods", "pods/log"], verbs: ["get", "list"] }],
  });
});

test("a binding comes after the role that it names, and after no other", () => {
  const dependsOn = (type: string, address: string) => program.resource("rbac-prod", type, address)["depends_on"];
  const inNamespace = (address: string) => dependsOn("kubernetes_role_binding_v1", address);
  expect(dependsOn("kubernetes_cluster_role_binding_v1", "ops__ClusterRole__scraper")).toEqual([
    "kubernetes_cluster_role_v1.ClusterRole__scraper",
  ]);
  expect(inNamespace("devs__ClusterRole__log_2e_reader__b")).toEqual([
    "kubernetes_cluster_role_v1.ClusterRole__log_2e_reader",
  ]);
  expect(inNamespace("ops__Role__log_2e_reader__b")).toEqual(["kubernetes_role_v1.Role__log_2e_reader__b"]);
  expect(inNamespace("ops__Role__theirs__a")).toBeUndefined();
});
