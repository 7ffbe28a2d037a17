import { mistakesIn, withGrants } from "../../access-text";
import { describeRules } from "./describe-rules";
import { ruleOf, withRule } from "./with-rule";

const rule = "roles.own.rules[0]";
const allowing = (file: string, danger: string) => `${file}allow: [${danger}]\n`;

const everything = withRule(`${ruleOf('["*"]', '["*"]', '["*"]')}, { nonResourceURLs: ["*"], verbs: [get] }`);
const root = withRule('{ nonResourceURLs: ["/*"], verbs: [get] }');
const bind = withRule(ruleOf("[rbac.authorization.k8s.io]", "[clusterroles]", "[bind]"));
const escalate = withRule(ruleOf("[rbac.authorization.k8s.io]", "[roles]", "[escalate]"));
const impersonate = withRule(ruleOf('[""]', "[users, groups]", "[impersonate]"));

describeRules([
  [
    "wildcards",
    everything,
    [
      `access.yaml:7:39 ${rule}.apiGroups[0] must name the API groups: "*" gives all, also those of custom resources to come, got "*"; if it is wanted, write allow: [wildcards]`,
      `access.yaml:7:57 ${rule}.resources[0] must name the resources: "*" gives all of the API groups, also those to come, got "*"; if it is wanted, write allow: [wildcards]`,
      `access.yaml:7:71 ${rule}.verbs[0] must name the verbs: "*" gives all, also bind, escalate, impersonate and those to come, got "*"; if it is wanted, write allow: [wildcards]`,
      'access.yaml:7:99 roles.own.rules[1].nonResourceURLs[0] must name the URLs: "*" gives every path of the API server, got "*"; if it is wanted, write allow: [wildcards]',
    ],
    allowing(everything, "wildcards"),
  ],
  [
    "a wildcard below the root of all URLs",
    root,
    [
      `access.yaml:7:45 ${rule}.nonResourceURLs[0] must name the URLs: "*" gives every path of the API server, got "/*"; if it is wanted, write allow: [wildcards]`,
    ],
    allowing(root, "wildcards"),
  ],
  [
    "bind",
    bind,
    [
      `access.yaml:7:102 ${rule}.verbs[0] must not be a verb with which people give themselves roles whose rights they do not have, got "bind"; if it is wanted, write allow: [bind]`,
    ],
    allowing(bind, "bind"),
  ],
  [
    "escalate",
    escalate,
    [
      `access.yaml:7:95 ${rule}.verbs[0] must not be a verb with which people write roles with more rights than they have, got "escalate"; if it is wanted, write allow: [escalate]`,
    ],
    allowing(escalate, "escalate"),
  ],
  [
    "impersonate",
    impersonate,
    [
      `access.yaml:7:80 ${rule}.verbs[0] must not be a verb with which people act as somebody else, with all their rights, got "impersonate"; if it is wanted, write allow: [impersonate]`,
    ],
    allowing(impersonate, "impersonate"),
  ],
]);

const granted = (grant: string, more = "") =>
  withGrants(
    `[{ group: devs, ${grant} }]`,
    undefined,
    `{ own: { rules: [${ruleOf("[apps]", "[deployments]", "[get]")}, { apiGroups: ["", apps], resources: [pods, secrets], verbs: [create, watch]${more} }] } }`,
  );
const refused =
  'access.yaml:6:42 clusters.prod.grants[0].clusterRole must be granted in namespaces: roles.own.rules[1] reads every secret of the cluster, also tokens with more rights, got "own"; name namespaces or resourceNames; if it is wanted, write allow: [read-secrets]';

describeRules([
  [
    "a role that reads every secret",
    granted("clusterRole: own"),
    [refused],
    granted("clusterRole: own, namespaces: [a]"),
  ],
  [
    "a role that reads every secret without leave",
    granted("clusterRole: own"),
    [refused],
    allowing(granted("clusterRole: own"), "read-secrets"),
  ],
]);

test("everything reads every secret too, and certain secrets are not every secret", () => {
  const all = allowing(everything.replace("grants: []", "grants: [{ group: devs, clusterRole: own }]"), "wildcards");
  expect(mistakesIn(all)).toEqual([expect.stringContaining("roles.own.rules[0] reads every secret") as string]);
  expect(mistakesIn(granted("clusterRole: own", ", resourceNames: [tls]").replace("create", "update"))).toEqual([]);
  expect(mistakesIn(granted("clusterRole: own").replace("watch", "update"))).toEqual([]);
});

test("a danger is lifted by its own name only", () => {
  expect(mistakesIn(allowing(bind, "escalate, impersonate, wildcards, read-secrets"))).toHaveLength(1);
});
