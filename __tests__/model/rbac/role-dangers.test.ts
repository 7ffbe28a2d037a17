import { dangerNames } from "../../../config/schema/allow";
import { isResourceOf } from "../../../model/rbac/built-in-resources";
import { builtInRules } from "../../../model/rbac/built-in-roles";
import { dangers } from "../../../model/rbac/dangers";
import type { PolicyRule } from "../../../model/rbac/policy-rule";
import { dangersIn, strengthOf, type GrantedRole } from "../../../model/rbac/role-dangers";

const requests = dangers.flatMap(({ name, requests }) =>
  requests.flatMap(({ apiGroup, resources, verbs, names }) =>
    resources.flatMap((resource) =>
      verbs.map((verb) => ({ name, apiGroup, resource, verb, resourceNames: names?.slice(0, 1) })),
    ),
  ),
);
const ruleFor = ({ apiGroup, resource, verb, resourceNames }: (typeof requests)[number]): PolicyRule => ({
  apiGroups: [apiGroup],
  resources: [resource],
  verbs: [verb],
  resourceNames,
});
const namesIn = (...rules: PolicyRule[]) => dangersIn(rules).map(({ danger }) => danger.name);

test("each danger stands in the table once, under the word of allow that lifts it", () => {
  expect(dangers.map(({ name }) => name).sort()).toEqual([...dangerNames].sort());
});

test("each request of the table is its danger, and no other", () => {
  const found = requests.map((request) => [request, namesIn(ruleFor(request))]);
  expect(found).toEqual(requests.map((request) => [request, [request.name]]));
});

test("each resource of the table is one of Kubernetes, so that a mistyped row is seen", () => {
  // An API server 1.34 does not serve these unless it is told to.
  const later = ["mutatingadmissionpolicies", "mutatingadmissionpolicybindings"];
  const unknown = requests
    .filter(({ apiGroup, resource }) => apiGroup !== "*" && !later.includes(resource))
    .filter(({ apiGroup, resource }) => !isResourceOf(apiGroup, resource));
  expect(unknown).toEqual([]);
});

test.each<[PolicyRule, string[]]>([
  [{ apiGroups: [""], resources: ["*/exec"], verbs: ["create"] }, ["exec"]],
  [{ apiGroups: [""], resources: ["*/token"], verbs: ["create"] }, ["service-account-tokens"]],
  [{ apiGroups: ["*"], resources: ["secrets"], verbs: ["*"] }, ["read-secrets"]],
  [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }, ["wildcards"]],
  [{ apiGroups: [""], resources: ["secrets"], resourceNames: ["tls"], verbs: ["get"] }, []],
  [
    { apiGroups: [""], resources: ["serviceaccounts/token"], resourceNames: ["x"], verbs: ["create"] },
    ["service-account-tokens"],
  ],
  [{ apiGroups: [""], resources: ["nodes/proxy"], resourceNames: ["n"], verbs: ["get"] }, ["nodes-proxy"]],
  [{ apiGroups: [""], resources: ["configmaps"], resourceNames: ["mine"], verbs: ["update"] }, []],
  [{ apiGroups: [""], resources: ["configmaps"], verbs: ["patch"] }, ["aws-auth"]],
  [{ apiGroups: ["certificates.k8s.io"], resources: ["signers"], verbs: ["approve"] }, ["certificates"]],
  [
    {
      apiGroups: ["certificates.k8s.io"],
      resources: ["signers"],
      resourceNames: ["kubernetes.io/kubelet-serving"],
      verbs: ["approve"],
    },
    [],
  ],
  [{ apiGroups: [""], resources: ["pods", "pods/log", "services"], verbs: ["get", "list", "watch", "delete"] }, []],
  [{ apiGroups: ["apps"], resources: ["deployments/scale"], verbs: ["patch"] }, []],
])("rule %j: %j", (rule, expected) => {
  expect(namesIn(rule)).toEqual(expected);
});

test.each(["get", "list", "watch", "patch", "update", "delete", "deletecollection", "*"])(
  "a rule with %s of secrets reads or replaces them",
  (verb) => {
    expect(namesIn({ apiGroups: [""], resources: ["secrets"], verbs: [verb] })).toEqual(["read-secrets"]);
  },
);

test("view holds no danger; edit and admin make people every service account of a namespace", () => {
  expect(namesIn(...builtInRules("view")!)).toEqual([]);
  const becoming = ["impersonate", "read-secrets", "service-account-tokens", "exec", "workloads"];
  expect(namesIn(...builtInRules("edit")!)).toEqual(expect.arrayContaining(becoming));
  expect(namesIn(...builtInRules("admin")!)).toEqual(expect.arrayContaining(becoming));
});

test.each<[GrantedRole, ReturnType<typeof strengthOf>]>([
  [{ clusterRole: "cluster-admin", namespaces: ["a"] }, "cluster-admin"],
  [{ clusterRole: "all", namespaces: ["a"] }, "cluster-admin"],
  [{ clusterRole: "edit" }, "built-in"],
  [{ clusterRole: "edit", namespaces: ["a", "kube-system"] }, "built-in"],
  [{ clusterRole: "edit", namespaces: ["a"] }, undefined],
  [{ clusterRole: "view" }, undefined],
  [{ clusterRole: "proxy" }, "own"],
  [{ clusterRole: "proxy", namespaces: ["kube-system"] }, undefined],
  [{ role: "aws", namespaces: ["kube-system"] }, "own"],
  [{ role: "aws", namespaces: ["a"] }, undefined],
  [{ clusterRole: "volumes" }, undefined],
  [{ clusterRole: "theirs" }, "unknown"],
  [{ clusterRole: "theirs", namespaces: ["a"] }, undefined],
  [{ clusterRole: "nowhere" }, undefined],
])("%j is as strong as cluster-admin: %s", (grant, expected) => {
  const core = (resource: string, verb: string) => ({ apiGroups: [""], resources: [resource], verbs: [verb] });
  const own = (rule: PolicyRule) => ({ existing: false, rules: [rule], allow: [] });
  const roles = new Map([
    ["all", own({ apiGroups: ["*"], resources: ["*"], verbs: ["*"] })],
    ["proxy", own(core("nodes/proxy", "get"))],
    ["aws", own(core("configmaps", "update"))],
    ["volumes", own(core("persistentvolumes", "create"))],
    ["theirs", { existing: true, rules: [], allow: [] }],
  ]);
  expect(strengthOf(roles, grant)).toBe(expected);
});
