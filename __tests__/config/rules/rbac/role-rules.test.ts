import { describeRules } from "../describe-rules";
import { ruleOf, withRule } from "../with-rule";

const rule = "roles.own.rules[0]";

describeRules([
  [
    "a rule about nothing",
    withRule("{ verbs: [get] }"),
    [`access.yaml:7:25 ${rule} must name either resources or nonResourceURLs`],
    withRule(ruleOf("[apps]", "[deployments]", "[get]")),
  ],
  [
    "a rule about resources and URLs",
    withRule('{ apiGroups: [""], resources: [pods], nonResourceURLs: [/metrics], verbs: [get] }'),
    [`access.yaml:7:25 ${rule} must name either resources or nonResourceURLs`],
    withRule(`${ruleOf('[""]', "[pods]", "[get]")}, { nonResourceURLs: [/metrics], verbs: [get] }`),
  ],
  [
    "resources without their API groups",
    withRule("{ resources: [pods], verbs: [get] }"),
    [`access.yaml:7:25 ${rule} must name the apiGroups of its resources; write apiGroups: [""] for the core group`],
    withRule(ruleOf('[""]', "[pods]", "[get]")),
  ],
  [
    "names of objects beside URLs",
    withRule("{ nonResourceURLs: [/metrics], resourceNames: [a], verbs: [get] }"),
    [`access.yaml:7:25 ${rule} must not name apiGroups or resourceNames together with nonResourceURLs`],
    withRule("{ nonResourceURLs: [/metrics], verbs: [get] }"),
  ],
  [
    "empty lists",
    withRule('{ apiGroups: [], resources: [], resourceNames: [], verbs: [] }, { nonResourceURLs: [], verbs: [""] }'),
    [
      `access.yaml:7:38 ${rule}.apiGroups must name at least one API group; write "" for the core group`,
      `access.yaml:7:53 ${rule}.resources must name at least one resource`,
      `access.yaml:7:72 ${rule}.resourceNames must name at least one object; remove the key to allow every object`,
      `access.yaml:7:83 ${rule}.verbs must name at least one verb`,
      "access.yaml:7:108 roles.own.rules[1].nonResourceURLs must name at least one URL",
      'access.yaml:7:120 roles.own.rules[1].verbs[0] must be an HTTP method in lower case: get, head, post, put, patch, delete, options, got ""',
    ],
    withRule("{ nonResourceURLs: [/], verbs: [get] }"),
  ],
  [
    "a text where a list should be",
    withRule(ruleOf('""', "pods", "get")),
    [
      `access.yaml:7:38 ${rule}.apiGroups must be a list of API groups, got ""`,
      `access.yaml:7:53 ${rule}.resources must be a list of resources, got "pods"`,
      `access.yaml:7:66 ${rule}.verbs must be a list of verbs, got "get"`,
    ],
    withRule(ruleOf('[""]', "[pods]", "[get]")),
  ],
  [
    "verbs that Kubernetes does not know",
    withRule(ruleOf('[""]', "[pods]", "[GET, lst, write]")),
    [
      `access.yaml:7:71 ${rule}.verbs[0] must be a verb of Kubernetes, got "GET"; did you mean "get"?`,
      `access.yaml:7:76 ${rule}.verbs[1] must be a verb of Kubernetes, got "lst"; did you mean "list"?`,
      `access.yaml:7:81 ${rule}.verbs[2] must be a verb of Kubernetes: get, list, watch, create, update, patch, delete, deletecollection, bind, escalate, impersonate, use, approve, sign, attest, got "write"`,
    ],
    withRule(ruleOf('[""]', "[pods]", "[get, list, watch, create, update, patch, delete, deletecollection, use]")),
  ],
  [
    "a verb that URLs do not have",
    withRule("{ nonResourceURLs: [/metrics], verbs: [list] }"),
    [
      `access.yaml:7:64 ${rule}.verbs[0] must be an HTTP method in lower case: get, head, post, put, patch, delete, options, got "list"`,
    ],
    withRule("{ nonResourceURLs: [/metrics], verbs: [get, head, post] }"),
  ],
  [
    "API groups that cannot be",
    withRule(ruleOf("[core, apps/v1, policyy, extensions, Example.com, networking.k8.io]", "[pods]", "[get]")),
    [
      `access.yaml:7:39 ${rule}.apiGroups[0] must be an API group, got "core"; write "" for the core group`,
      `access.yaml:7:45 ${rule}.apiGroups[1] must be an API group without its version, got "apps/v1"; write "apps"`,
      `access.yaml:7:54 ${rule}.apiGroups[2] must be an API group of Kubernetes, or a domain such as example.com for custom resources, got "policyy"; did you mean "policy"?`,
      `access.yaml:7:63 ${rule}.apiGroups[3] must be an API group of Kubernetes, or a domain such as example.com for custom resources, got "extensions"`,
      `access.yaml:7:75 ${rule}.apiGroups[4] must be an API group of Kubernetes, or a domain such as example.com for custom resources, got "Example.com"`,
      `access.yaml:7:88 ${rule}.apiGroups[5] must be an API group of Kubernetes, or a domain such as example.com for custom resources, got "networking.k8.io"; did you mean "networking.k8s.io"?`,
    ],
    withRule(
      ruleOf("[example.com, networking.k8s.aws, scheduling.x-k8s.io, autoscaling.k8s.io, prow.k8s.io]", "[x]", "[get]"),
    ),
  ],
  [
    "resources that their API group does not have",
    withRule(ruleOf('[""]', '[pod, deployments, ingress, pods/logs, "pods/*"]', "[get]")),
    [
      `access.yaml:7:56 ${rule}.resources[0] must be a resource of the API group "", got "pod"; did you mean "pods"?`,
      `access.yaml:7:61 ${rule}.resources[1] must be a resource of the API group "", got "deployments"; it is in "apps"`,
      `access.yaml:7:74 ${rule}.resources[2] must be a resource of the API group "", got "ingress"; did you mean "ingresses"?`,
      `access.yaml:7:83 ${rule}.resources[3] must be a resource of the API group "", got "pods/logs"; did you mean "pods/log"?`,
      `access.yaml:7:94 ${rule}.resources[4] must be a resource of the API group "", got "pods/*"; did you mean "pods"?`,
    ],
    withRule(ruleOf('["", apps]', '[pods, deployments, pods/log, "*/scale", nodes/metrics, pods/finalizers]', "[get]")),
  ],
  [
    "a resource of one group beside another group",
    withRule(ruleOf('["", apps]', "[jobs]", "[get]")),
    [
      `access.yaml:7:62 ${rule}.resources[0] must be a resource of the API group "" or "apps", got "jobs"; it is in "batch"`,
    ],
    withRule(ruleOf('["", example.com]', "[jobs]", "[get]")),
  ],
  [
    "names beside requests that have none",
    withRule(
      '{ apiGroups: [""], resources: [configmaps], resourceNames: [a], verbs: [get, create, deletecollection] }',
    ),
    [
      `access.yaml:7:102 ${rule}.verbs[1] must not be used with resourceNames: such a request names no object, so the rule never allows it, got "create"; put it into a separate rule`,
      `access.yaml:7:110 ${rule}.verbs[2] must not be used with resourceNames: such a request names no object, so the rule never allows it, got "deletecollection"; put it into a separate rule`,
    ],
    withRule(
      '{ apiGroups: [""], resources: [configmaps], resourceNames: [a], verbs: [create, patch] }, { apiGroups: [""], resources: [pods/exec], resourceNames: [a], verbs: [create] }',
    ),
  ],
  [
    "a pattern as a name",
    withRule('{ apiGroups: [""], resources: [configmaps], resourceNames: ["*"], verbs: [get] }'),
    [
      `access.yaml:7:85 ${rule}.resourceNames[0] must be the exact name of an object, got "*"; remove resourceNames to allow every object`,
    ],
    withRule('{ apiGroups: [""], resources: [configmaps], resourceNames: ["a*"], verbs: [get] }'),
  ],
  [
    "URLs that never match",
    withRule('{ nonResourceURLs: [metrics, "/a*", "/*/b", "*/b"], verbs: [get] }'),
    [
      `access.yaml:7:45 ${rule}.nonResourceURLs[0] must be a path that begins with "/", with "*" only as the last step, got "metrics"`,
      `access.yaml:7:54 ${rule}.nonResourceURLs[1] must be a path that begins with "/", with "*" only as the last step, got "/a*"`,
      `access.yaml:7:61 ${rule}.nonResourceURLs[2] must be a path that begins with "/", with "*" only as the last step, got "/*/b"`,
      `access.yaml:7:69 ${rule}.nonResourceURLs[3] must be a path that begins with "/", with "*" only as the last step, got "*/b"`,
    ],
    withRule('{ nonResourceURLs: [/metrics, "/a/*"], verbs: [get] }'),
  ],
  [
    "the same twice in a list",
    withRule('{ apiGroups: ["", ""], resources: [pods, pods], resourceNames: [a, a], verbs: [get, get] }'),
    [
      `access.yaml:7:43 ${rule}.apiGroups[1] must be listed once in a rule, got ""`,
      `access.yaml:7:66 ${rule}.resources[1] must be listed once in a rule, got "pods"`,
      `access.yaml:7:92 ${rule}.resourceNames[1] must be listed once in a rule, got "a"`,
      `access.yaml:7:109 ${rule}.verbs[1] must be listed once in a rule, got "get"`,
    ],
    withRule('{ apiGroups: [""], resources: [pods], resourceNames: [a, b], verbs: [get, list] }'),
  ],
  [
    "a name that CDKTF would replace",
    withRule('{ apiGroups: [""], resources: [pods], resourceNames: ["${TfToken[TOKEN.0]}"], verbs: [get] }'),
    [
      `access.yaml:7:79 ${rule}.resourceNames[0] must not contain "TfToken[", which CDKTF replaces, got "\${TfToken[TOKEN.0]}"`,
    ],
    withRule('{ apiGroups: [""], resources: [pods], resourceNames: ["${TfToken}"], verbs: [get] }'),
  ],
]);

describeRules([
  [
    "resources that no API group has, beside a group of custom resources",
    withRule(ruleOf('["", ex.contoso.com]', '["*/*", "pods/*", PODS, "", widgets]', "[get]")),
    [0, 1, 2, 3].map((index) => {
      const [column, text] = [
        [72, "*/*"],
        [79, "pods/*"],
        [89, "PODS"],
        [95, ""],
      ][index]!;
      return `access.yaml:7:${String(column)} ${rule}.resources[${String(index)}] must be a resource: its plural in lower case, a subresource after a slash, and "*" only for all or before the slash, got "${String(text)}"`;
    }),
    withRule(ruleOf('["", ex.contoso.com]', '["*/scale", pods/log, widgets, widgets/status]', "[get]")),
  ],
  [
    "verbs of constrained impersonation that are not whole",
    withRule(ruleOf('[""]', "[pods]", '["impersonate-on:user-info", "impersonate-on:x:get"]')),
    [
      expect.stringContaining(`${rule}.verbs[0] must be a verb of Kubernetes`),
      expect.stringContaining(`${rule}.verbs[1] must be a verb of Kubernetes`),
    ],
    withRule(ruleOf('[""]', "[pods]", '["impersonate-on:user-info:get"]')),
  ],
]);
