import type { RoleRef } from "./binding";
import type { PolicyRule } from "./policy-rule";

/** What OpenShift binds to everybody who is signed in, unless somebody took the binding away. */
export interface DefaultBinding {
  readonly role: RoleRef;
  /** `system:authenticated:oauth`: only people to whom an OAuth server gave the token. */
  readonly group: "system:authenticated" | "system:authenticated:oauth";
  /**
   * The namespace that it holds in.
   *
   * @default - the whole cluster
   */
  readonly namespace?: string;
  readonly rules: readonly PolicyRule[];
}

const read = ["get", "list", "watch"];

/** OpenShift's own resources are also known without their group: its API server gives most of them twice, and people type them so. */
const rule = (verbs: readonly string[], group: string, resources: readonly string[], names?: readonly string[]) => ({
  verbs,
  apiGroups: group.endsWith(".openshift.io") ? [group, ""] : [group],
  resources,
  ...(names === undefined ? {} : { resourceNames: names }),
});

const everybodys = (name: string, ...rules: readonly PolicyRule[]): DefaultBinding => ({
  role: { kind: "ClusterRole", name },
  group: "system:authenticated",
  rules,
});

const oauths = (name: string, ...rules: readonly PolicyRule[]): DefaultBinding => ({
  ...everybodys(name, ...rules),
  group: "system:authenticated:oauth",
});

const within = (namespace: string, name: string, ...rules: readonly PolicyRule[]): DefaultBinding => ({
  ...everybodys(name, ...rules),
  role: { kind: "Role", name },
  namespace,
});

const configMap = (name: string, verbs: readonly string[] = ["get"]) => rule(verbs, "", ["configmaps"], [name]);

/** openshift-apiserver has more; all of Kubernetes' own URLs are everybody's already. */
const urls = ["/", "/.well-known", "/.well-known/oauth-authorization-server", "/healthz/", "/version/*"];

/**
 * The bindings, by who makes them: github.com/openshift/openshift-apiserver, pkg/bootstrappolicy/policy.go and namespace_policy.go;
 * cluster-authentication-operator, bindata; cluster-kube-apiserver-operator, bindata; console-operator, manifests;
 * cluster-csi-snapshot-controller-operator, manifests; cluster-network-operator, bindata; operator-framework-olm, manifests.
 */
export const openshiftBindings: readonly DefaultBinding[] = [
  oauths("self-provisioner", rule(["create"], "project.openshift.io", ["projectrequests"])),
  everybodys(
    "basic-user",
    rule(["get"], "user.openshift.io", ["users"], ["~"]),
    rule(["list"], "project.openshift.io", ["projectrequests"]),
    rule(["list", "watch"], "project.openshift.io", ["projects"]),
    rule(["get", "list"], "authorization.openshift.io", ["clusterroles"]),
    rule(read, "rbac.authorization.k8s.io", ["clusterroles"]),
    rule(["get", "list"], "storage.k8s.io", ["storageclasses"]),
    rule(read, "snapshot.storage.k8s.io", ["volumesnapshotclasses"]),
  ),
  everybodys("self-access-reviewer", rule(["create"], "authorization.openshift.io", ["selfsubjectrulesreviews"])),
  everybodys(
    "system:oauth-token-deleter",
    rule(["delete"], "oauth.openshift.io", ["oauthaccesstokens", "oauthauthorizetokens"]),
  ),
  everybodys("cluster-status", { verbs: ["get"], nonResourceURLs: urls }),
  everybodys("system:webhook", rule(["get", "create"], "build.openshift.io", ["buildconfigs/webhooks"])),
  everybodys(
    "system:build-strategy-docker",
    rule(["create"], "build.openshift.io", ["builds/docker", "builds/optimizeddocker"]),
  ),
  everybodys("system:build-strategy-source", rule(["create"], "build.openshift.io", ["builds/source"])),
  everybodys(
    "system:build-strategy-jenkinspipeline",
    rule(["create"], "build.openshift.io", ["builds/jenkinspipeline"]),
  ),
  everybodys(
    "system:scope-impersonation",
    rule(["impersonate"], "authentication.k8s.io", ["userextras/scopes.authorization.openshift.io"]),
  ),
  within(
    "openshift",
    "shared-resource-viewer",
    rule(read, "template.openshift.io", ["templates"]),
    rule(read, "image.openshift.io", ["imagestreams", "imagestreamtags", "imagetags", "imagestreamimages"]),
    rule(["get"], "image.openshift.io", ["imagestreams/layers"]),
    rule(["get"], "", ["configmaps"]),
  ),
  oauths(
    "system:openshift:useroauthaccesstoken-manager",
    rule([...read, "delete"], "oauth.openshift.io", ["useroauthaccesstokens"]),
  ),
  within("openshift-config-managed", "system:openshift:oauth-servercert-trust", configMap("oauth-serving-cert", read)),
  everybodys(
    "system:openshift:scc:restricted-v2",
    rule(["use"], "security.openshift.io", ["securitycontextconstraints"], ["restricted-v2", "restricted-v3"]),
  ),
  within(
    "kube-system",
    "extension-apiserver-authentication-reader",
    configMap("extension-apiserver-authentication", read),
  ),
  everybodys(
    "console-extensions-reader",
    rule(read, "console.openshift.io", [
      ...["consoleclidownloads", "consoleexternalloglinks", "consolelinks", "consolenotifications"],
      ...["consoleplugins", "consolequickstarts", "consolesamples", "consoleyamlsamples"],
    ]),
  ),
  everybodys("helm-chartrepos-viewer", rule(read, "helm.openshift.io", ["helmchartrepositories"])),
  within("openshift-config-managed", "console-public", configMap("console-public")),
  within("openshift-config-managed", "openshift-network-public-role", configMap("openshift-network-features")),
  within("openshift", "copied-csv-viewer", rule(read, "operators.coreos.com", ["clusterserviceversions"])),
];
