import { dangers } from "../../../../model/rbac/dangers";
import { toldOfRules } from "../../../../model/rbac/role-dangers";
import { mistakesIn, withGrants } from "../../../access-text";
import { quietLogin, warningsIn } from "../../../printed-warnings";
import { describeRules } from "../describe-rules";

const granted = (rule: string, grant: string, more = "") =>
  `${withGrants(`[{ group: devs, ${grant} }]`, undefined, `{ own: { rules: [${rule}] } }`)}${more}`;
const atGrants = dangers.filter(({ name }) => !toldOfRules.includes(name));
const cases = atGrants.map((danger) => {
  const { apiGroup, resources, verbs, names } = danger.requests[0]!;
  const rule = { apiGroups: [apiGroup], resources: resources.slice(0, 1), verbs: verbs.slice(0, 1) };
  const text = JSON.stringify({ ...rule, resourceNames: names?.slice(0, 1) });
  return { ...danger, text };
});

describe.each(cases)("$name", ({ name, text, everywhere, inNamespaces }) => {
  const everywhereGranted = granted(text, "clusterRole: own");

  test("is refused on the whole cluster, with what it amounts to and its word", () => {
    expect(mistakesIn(everywhereGranted)).toEqual([
      `access.yaml:6:42 clusters.prod.grants[0].clusterRole must not be granted on the whole cluster: with roles.own.rules[0] people ${everywhere}, got "own"; remove rights from the role, or name namespaces; if you want this, write allow: [${name}] in roles.own`,
    ]);
  });

  test("is lifted by its word in the file or in the role, by no other", () => {
    const others = atGrants.filter((danger) => danger.name !== name).map((danger) => danger.name);
    expect(mistakesIn(`${everywhereGranted}allow: [${name}]\n`)).toEqual([]);
    expect(mistakesIn(everywhereGranted.replace("own: {", `own: { allow: [${name}],`))).toEqual([]);
    expect(mistakesIn(`${everywhereGranted}allow: [${others.join(", ")}]\n`)).toHaveLength(1);
  });

  test("is only warned about in namespaces, if it means anything there", () => {
    const warned = warningsIn(granted(text, "role: own, namespaces: [a]", quietLogin)).filter(
      (warning) => !warning.includes("gives nothing of"),
    );
    expect(warned).toEqual(
      inNamespaces === undefined
        ? []
        : [`access.yaml:6:35 clusters.prod.grants[0].role is "own": in its namespaces people ${inNamespaces}`],
    );
  });

  test("counts in kube-system as on the whole cluster, if it means anything there", () => {
    const refused = mistakesIn(granted(text, "role: own, namespaces: [a, kube-system]"));
    const isThere = inNamespaces !== undefined || name === "aws-auth";
    const does = inNamespaces ?? everywhere;
    expect(refused).toEqual(
      isThere
        ? [
            `access.yaml:6:56 clusters.prod.grants[0].namespaces[1] must not be kube-system, which is as strong as the whole cluster: with roles.own.rules[0] people ${does}, got "kube-system"; remove rights from the role; if you want this, write allow: [${name}] in roles.own`,
          ]
        : [],
    );
  });
});

const several =
  '{ apiGroups: [""], resources: [secrets, pods, nodes/proxy, serviceaccounts/token], verbs: [get, create] }';

describeRules([
  [
    "a role with more dangers than a line holds",
    granted(several, "clusterRole: own"),
    [
      'access.yaml:6:42 clusters.prod.grants[0].clusterRole must not be granted on the whole cluster: with roles.own.rules[0] people read or replace every secret of the cluster, including tokens with more rights; with roles.own.rules[0] people get tokens of every service account, including the controllers in kube-system; with roles.own.rules[0] people run commands in every pod through the kubelets, without audit and admission; and 1 more, got "own"; remove rights from the role, or name namespaces; if you want this, write allow: [read-secrets, service-account-tokens, nodes-proxy, workloads] in roles.own',
    ],
    granted(several, "clusterRole: own").replace(
      "own: {",
      "own: { allow: [read-secrets, service-account-tokens, nodes-proxy, workloads],",
    ),
  ],
  [
    "a danger that a role does not know",
    granted(several, "role: own, namespaces: [a]").replace("own: {", "own: { allow: [secrets],"),
    [expect.stringMatching(/^access.yaml:7:25 roles.own.allow\[0\] must be one of "wildcards"/)],
    granted(several, "role: own, namespaces: [a]").replace("own: {", "own: { allow: [],"),
  ],
]);

test("a rule that allows everything says so by one word, and a second such role adds a word", () => {
  const all = '{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }';
  const file = granted(all, "clusterRole: own").replace("own: {", "own: { allow: [wildcards],");
  expect(mistakesIn(file)).toEqual([]);
  expect(mistakesIn(file.replace("roles: {", `roles: { second: { rules: [${all}] },`))).toHaveLength(3);
});

test("a cluster that is to be absent grants nothing", () => {
  expect(mistakesIn(granted(several, "clusterRole: own").replace("roles:", "    state: absent\nroles:"))).toEqual([]);
});
