import { withTenant } from "../../../access-text";
import { a, describeRules } from "../describe-rules";

const cloud = (rest: string) => withTenant(`backend: { type: cloud, ${rest} }`);
const cluster = (key: string) => `clusters: { ${key}: { eks: { name: prod-eks, region: eu-west-1 } } }`;

const projectMust = "must be a project's name: 3 to 40 letters, digits, spaces, - and _, no space at either end";

const openshift = (name: string, more = "") =>
  `clusters: { ${name}: { openshift: { kubeconfig: c, context: c, domain: apps.contoso.com, signIn: external${more} } } }`;

describeRules([
  [
    "an organization that cannot be",
    cloud("prefix: e, organization: contoso.com"),
    [
      `access.yaml:2:50 backend.organization must be an organization's name: letters, digits, - and _, got "contoso.com"`,
    ],
    cloud("prefix: e, organization: Contoso_1-x"),
  ],
  ...[
    ["ab", "abc"],
    [a(41), a(40)],
    ["abc ", "a b c"],
    ["a.bc", "a_-c"],
  ].map(
    ([refused = "", allowed = ""]) =>
      [
        `the project ${refused}`,
        cloud(`prefix: e, organization: o, project: "${refused}"`),
        [`access.yaml:2:62 backend.project ${projectMust}, got "${refused}"`],
        cloud(`prefix: e, organization: o, project: "${allowed}"`),
      ] as const,
  ),
  ...[
    ["", "e", ""],
    ["entra eks", "entra_eks-", "entra eks"],
    [a(81), a(80), `${a(77)}...`],
  ].map(
    ([refused = "", allowed = "", shown = ""]) =>
      [
        `the workspace prefix ${refused}`,
        cloud(`organization: o, prefix: "${refused}"`),
        [`access.yaml:2:50 backend.prefix must be 1 to 80 letters, digits, - and _, got "${shown}"`],
        cloud(`organization: o, prefix: "${allowed}"`),
      ] as const,
  ),
  [
    "a workspace that is called longer than 90 characters, beside another mistake",
    `${cloud(`organization: o, prefix: ${a(26)}`)}\n${cluster(`b: { eks: {} }, ${a(60)}`)}`,
    [
      `access.yaml:2:50 backend.prefix must be shorter: the workspace ${a(26)}rbac-${a(60)} would have 91 characters, and at most 90 are allowed, got "${a(26)}"`,
      "access.yaml:3:23 clusters.b.eks.name must be given",
      "access.yaml:3:23 clusters.b.eks.region must be given",
    ],
    `${cloud(`organization: o, prefix: ${a(26)}`)}\n${cluster(a(59))}`,
  ],
  [
    "a workspace of an OpenShift cluster's secret that is called longer than 90 characters",
    `${cloud(`organization: o, prefix: ${a(26)}`)}\n${openshift(a(55))}`,
    [
      `access.yaml:2:50 backend.prefix must be shorter: the workspace ${a(26)}openshift-${a(55)} would have 91 characters, and at most 90 are allowed, got "${a(26)}"`,
    ],
    `${cloud(`organization: o, prefix: ${a(26)}`)}\n${openshift(a(55), ", console: false")}`,
  ],
  [
    "a workspace of the credentials that is called longer than 90 characters",
    `${cloud(`organization: o, prefix: ${a(80)}`)}\nlogin: { kubectl: confidential }`,
    [
      `access.yaml:2:50 backend.prefix must be shorter: the workspace ${a(80)}credentials would have 91 characters, and at most 90 are allowed, got "${a(80)}"`,
    ],
    `${cloud(`organization: o, prefix: ${a(79)}`)}\nlogin: { kubectl: confidential }`,
  ],
  ...["https://tfe.contoso.com", "TFE.contoso.com", "tfe", "tfe.contoso.com:x", "-a.contoso.com"].map(
    (host) =>
      [
        `the host ${host}`,
        cloud(`organization: o, prefix: e, hostname: "${host}"`),
        [`access.yaml:2:63 backend.hostname must be a host name in lower case, such as tfe.contoso.com, got "${host}"`],
        cloud('organization: o, prefix: e, hostname: "tfe.contoso.com:8443"'),
      ] as const,
  ),
]);
