import { mistakesIn } from "../../../access-text";
import { describeRules } from "../describe-rules";
import { ruleOf, withRule } from "../with-rule";

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
      `access.yaml:7:39 ${rule}.apiGroups[0] must name the API groups: "*" allows all of them, including future custom resources, got "*"; if you want this, write allow: [wildcards] in roles.own`,
      `access.yaml:7:57 ${rule}.resources[0] must name the resources: "*" allows all of the API groups, including future ones, got "*"; if you want this, write allow: [wildcards] in roles.own`,
      `access.yaml:7:71 ${rule}.verbs[0] must name the verbs: "*" allows all of them, including bind, escalate, impersonate and future verbs, got "*"; if you want this, write allow: [wildcards] in roles.own`,
      'access.yaml:7:99 roles.own.rules[1].nonResourceURLs[0] must name the URLs: "*" allows every path of the API server, got "*"; if you want this, write allow: [wildcards] in roles.own',
    ],
    allowing(everything, "wildcards"),
  ],
  [
    "a wildcard below the root of all URLs",
    root,
    [
      `access.yaml:7:45 ${rule}.nonResourceURLs[0] must name the URLs: "*" allows every path of the API server, got "/*"; if you want this, write allow: [wildcards] in roles.own`,
    ],
    allowing(root, "wildcards"),
  ],
  [
    "bind",
    bind,
    [
      `access.yaml:7:102 ${rule}.verbs[0] must not be a verb with which people give themselves roles whose rights they do not have, got "bind"; if you want this, write allow: [bind] in roles.own`,
    ],
    allowing(bind, "bind"),
  ],
  [
    "escalate",
    escalate,
    [
      `access.yaml:7:95 ${rule}.verbs[0] must not be a verb with which people write roles with more rights than they have, including their own roles, got "escalate"; if you want this, write allow: [escalate] in roles.own`,
    ],
    allowing(escalate, "escalate"),
  ],
  [
    "impersonate",
    impersonate,
    [
      `access.yaml:7:80 ${rule}.verbs[0] must not be a verb with which people act as another person, with all their rights, got "impersonate"; if you want this, write allow: [impersonate] in roles.own`,
    ],
    allowing(impersonate, "impersonate"),
  ],
]);

test("a danger is lifted by its own name only, in the file or in the role", () => {
  expect(mistakesIn(allowing(bind, "escalate, impersonate, wildcards, read-secrets"))).toHaveLength(1);
  const ofRole = (word: string) => bind.replace("rules:", `allow: [${word}], rules:`);
  expect(mistakesIn(ofRole("bind"))).toEqual([]);
  expect(mistakesIn(ofRole("escalate"))).toHaveLength(1);
});

test.each(["user-info", "serviceaccount", "arbitrary-node", "associated-node"])(
  "impersonation as constrained by Kubernetes 1.36 is impersonation: %s",
  (mode) => {
    const constrained = withRule(ruleOf("[authentication.k8s.io]", "[users]", `["impersonate:${mode}"]`));
    expect(mistakesIn(constrained)).toEqual([
      expect.stringContaining("act as another person, with all their rights, got") as string,
    ]);
    expect(mistakesIn(allowing(constrained, "impersonate"))).toEqual([]);
  },
);
