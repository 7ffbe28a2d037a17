import { withTenant } from "../../../access-text";
import { describeRules, type RuleCase } from "../describe-rules";

const file = (bounds: string) =>
  withTenant(`
groups: { auditors: {} }
clusters: { prod: { eks: { name: prod, region: eu-central-1 } } }
include: { team.yaml: ${bounds} }
`);

const rules: readonly RuleCase[] = [
  [
    "a cluster that a bound names in full is there",
    file("{ clusters: [prd, none] }"),
    [
      'access.yaml:4:36 include["team.yaml"].clusters[0] must be a cluster of this file, or a pattern with *, got "prd"; did you mean "prod"?',
      'access.yaml:4:41 include["team.yaml"].clusters[1] must be a cluster of this file, or a pattern with *, got "none"',
    ],
    file("{ clusters: [prod, none-*] }"),
  ],
  [
    "a role is named in full, and there",
    file("{ roles: [edti, '*'] }"),
    [
      'access.yaml:4:33 include["team.yaml"].roles[0] must be a role under "roles", or a ClusterRole that Kubernetes has built in, got "edti"; did you mean "edit"?',
      'access.yaml:4:39 include["team.yaml"].roles[1] must be a role under "roles", or a ClusterRole that Kubernetes has built in, got "*"',
    ],
    file("{ roles: [edit] }"),
  ],
  [
    "a group that a bound names in full is there",
    file("{ grantsTo: [auditor] }"),
    [
      'access.yaml:4:36 include["team.yaml"].grantsTo[0] must be a group under "groups", or a pattern with *, got "auditor"; did you mean "auditors"?',
    ],
    file("{ grantsTo: [auditors] }"),
  ],
  [
    "a namespace of Kubernetes or OpenShift itself is named in full",
    file("{ namespaces: [kube-*, openshift-git*] }"),
    [
      'access.yaml:4:38 include["team.yaml"].namespaces[0] must be the whole name of a namespace, because no pattern stands for one of Kubernetes or OpenShift itself, got "kube-*"',
      'access.yaml:4:46 include["team.yaml"].namespaces[1] must be the whole name of a namespace, because no pattern stands for one of Kubernetes or OpenShift itself, got "openshift-git*"',
    ],
    file("{ namespaces: [kube-system, openshift-gitops, open*] }"),
  ],
  [
    "a pattern has one star at most",
    file("{ namespaces: [a**] }"),
    ['access.yaml:4:38 include["team.yaml"].namespaces[0] must have one * or none, got "a**"'],
    file("{ namespaces: [a*] }"),
  ],
];

describeRules(rules);
