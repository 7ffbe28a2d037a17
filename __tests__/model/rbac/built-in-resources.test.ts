import { isOfCluster, isResourceOf, resourcesOf } from "../../../model/rbac/built-in-resources";

test.each([
  ["", "pods", true],
  ["", "pods/log", true],
  ["", "pod", false],
  ["", "deployments", false],
  ["apps", "deployments/scale", true],
  ["apps", "*/scale", true],
  ["batch", "*/scale", false],
  ["apps", "deployments/*", false],
  ["apps", "*/*", false],
  ["", "pods/log/x", false],
  ["apps", "*/scale/x", false],
  ["", "nodes/metrics", true],
  ["", "users", true],
  ["authentication.k8s.io", "userextras/scopes", true],
  ["certificates.k8s.io", "signers", true],
  ["batch", "jobs/finalizers", true],
  ["batch", "job/finalizers", false],
  ["batch", "*/finalizers", true],
  ["example.com", "pods", false],
])('in "%s" the resource %s: %s', (group, resource, expected) => {
  expect(isResourceOf(group, resource)).toBe(expected);
});

test("a group that only some clusters have is not known", () => {
  expect(resourcesOf("karpenter.k8s.aws")).toBeUndefined();
  expect(resourcesOf("toString")).toBeUndefined();
});

test.each([
  ["", "pods", false],
  ["", "pods/log", false],
  ["", "nodes", true],
  ["", "nodes/metrics", true],
  ["", "users", true],
  ["", "namespaces", false],
  ["rbac.authorization.k8s.io", "clusterroles", true],
  ["rbac.authorization.k8s.io", "roles", false],
  ["example.com", "nodes", false],
  ["", "*", false],
  ["", "*/status", false],
])('in "%s" the resource %s is in no namespace: %s', (group, resource, expected) => {
  expect(isOfCluster(group, resource)).toBe(expected);
});
