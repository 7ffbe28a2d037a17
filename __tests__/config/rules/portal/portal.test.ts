import { withGrants } from "../../../access-text";
import { describeRules, type RuleCase } from "../describe-rules";

interface Changes {
  readonly [line: string]: string;
}

/** A file with a portal, some of whose lines are other ones. */
function portal(changes: Changes = {}, rest = ""): string {
  const lines = {
    cluster: "prod",
    url: "https://portal.example.com",
    namespace: "krci",
    version: '"3.15"',
    ...changes,
  };
  const text = Object.entries(lines).map(([key, value]) => `  ${key}: ${value}\n`);
  return `${withGrants("[{ group: devs, clusterRole: view }]", "{ devs: {}, idle: {} }")}portal:\n${text.join("")}${rest}`;
}

const absent = portal().replace("    grants:", "    state: absent\n    grants:");

/** The portal on a cluster that is not EKS. */
const elsewhere = (secret: string) =>
  portal({}, `  secret:\n${secret}`).replace(/eks: .*/, "kubernetes: { kubeconfig: config, context: prod }");

describeRules([
  [
    "the portal is on a cluster of the file",
    portal({ cluster: "prd" }),
    ['access.yaml:8:12 portal.cluster must name a cluster defined under "clusters", got "prd"; did you mean "prod"?'],
    portal(),
  ],
  [
    "and not on one that is to be absent",
    absent,
    [
      'access.yaml:9:12 portal.cluster must name a cluster without state: absent, because the portal\'s secret is stored there, got "prod"',
    ],
    portal(),
  ],
  [
    "AWS keeps its secret only if the cluster is EKS",
    elsewhere("    store: { secretsManager: krci/portal }\n"),
    [
      'access.yaml:13:12 portal.secret.store must be "kubernetes", because clusters.prod is of the kind "kubernetes" and only "eks" says in which AWS region a secret would lie',
    ],
    elsewhere("    store: kubernetes\n"),
  ],
  [
    "its address is https",
    portal({ url: "http://portal.example.com" }),
    [
      'access.yaml:9:8 portal.url must begin with https://, because Entra redirects to no other address, got "http://portal.example.com"',
    ],
    portal({ url: "HTTPS://portal.example.com" }),
  ],
  [
    "it names a host",
    portal({ url: "https://-portal_" }),
    ['access.yaml:9:8 portal.url must be https:// and a host name, got "https://-portal_"'],
    portal({ url: "https://portal" }),
  ],
  [
    "it has no path",
    portal({ url: "https://portal.example.com/" }),
    [
      'access.yaml:9:8 portal.url must not have a path or a slash at its end: the portal adds its own path, got "https://portal.example.com/"',
    ],
    portal(),
  ],
  [
    "it has no query",
    portal({ url: '"https://portal.example.com?a=b"' }),
    ['access.yaml:9:8 portal.url must not have a query or a fragment, got "https://portal.example.com?a=b"'],
    portal(),
  ],
  [
    "its port is not 0",
    portal({ url: "https://portal.example.com:0" }),
    ['access.yaml:9:8 portal.url must have a port from 1 to 65535, got "https://portal.example.com:0"'],
    portal({ url: "https://portal.example.com:1" }),
  ],
  [
    "nor beyond 65535",
    portal({ url: "https://portal.example.com:65536" }),
    ['access.yaml:9:8 portal.url must have a port from 1 to 65535, got "https://portal.example.com:65536"'],
    portal({ url: "https://portal.example.com:65535" }),
  ],
  [
    "its namespace is one",
    portal({ namespace: "KRCI" }),
    [
      'access.yaml:10:14 portal.namespace must be a namespace: 1 to 63 lower-case letters, digits and -, not - at either end, got "KRCI"',
    ],
    portal(),
  ],
  [
    "its version is one that there is",
    portal({ version: "latest" }),
    ['access.yaml:11:12 portal.version must be one of "3.10.5", "3.11", "3.12", "3.13", "3.14", "3.15", got "latest"'],
    portal({ version: '"3.10.5"' }),
  ],
  [
    "a version is text: 3.11 is no number",
    portal({ version: "3.11" }),
    ["access.yaml:11:12 portal.version must be text, got 3.11; put it in quotes"],
    portal({ version: '"3.11"' }),
  ],
  [
    "a chart that ignores the issuer is refused",
    portal({ version: '"3.9"' }),
    [
      'access.yaml:11:12 portal.version must be "3.10.5" or newer: older charts ignore the issuer and send people to a different one, got "3.9"; upgrade KubeRocketCI first',
    ],
    portal({ version: '"3.12"' }),
  ],
  ...["3.10", "3.10.4"].map((version): RuleCase => [
    `a chart that ignores the groups is refused: ${version}`,
    portal({ version: `"${version}"` }),
    [
      `access.yaml:11:12 portal.version must be "3.10.5" for release 3.10: older patch levels ignore the groups, and before 3.10.2 also the issuer, got "${version}"; upgrade to 3.10.5 first`,
    ],
    portal({ version: '"3.10.5"' }),
  ]),
  [
    "a patch level that does not matter is left out",
    portal({ version: '"3.13.5"' }),
    [
      'access.yaml:11:12 portal.version must be one of "3.10.5", "3.11", "3.12", "3.13", "3.14", "3.15", got "3.13.5"; write "3.13"',
    ],
    portal({ version: '"3.13"' }),
  ],
  [
    "of a newer release is said what to do",
    portal({ version: '"3.16"' }),
    [
      'access.yaml:11:12 portal.version must be one of "3.10.5", "3.11", "3.12", "3.13", "3.14", "3.15", got "3.16"; for a newer release, write "3.15" if its chart still accepts what npx entra-eks portal-values prints',
    ],
    portal({ version: '"3.15"' }),
  ],
  [
    "its groups are groups of the file",
    portal({ groups: "{ admin: dev }" }),
    ['access.yaml:12:20 portal.groups.admin must name a group defined under "groups", got "dev"; did you mean "devs"?'],
    portal({ groups: "{ admin: devs }" }),
  ],
  [
    "and are granted something there",
    portal({ groups: "{ admin: devs, viewer: idle }" }),
    ['access.yaml:12:34 portal.groups.viewer must name a group with a grant on cluster "prod", got "idle"'],
    portal({ groups: "{ admin: devs, viewer: devs }" }),
  ],
  [
    "two secrets at a time are enough",
    portal({ secret: "{ lifetimeDays: 100, overlapDays: 51 }" }),
    ["access.yaml:12:45 portal.secret.overlapDays must be at most half of lifetimeDays, which is 100, got 51"],
    portal({ secret: "{ lifetimeDays: 100, overlapDays: 50 }" }),
  ],
  [
    "an overlap is not as long as the lifetime",
    portal({ secret: "{ overlapDays: 180 }" }),
    ["access.yaml:12:26 portal.secret.overlapDays must be at most half of lifetimeDays, which is 180, got 180"],
    portal({ secret: "{ overlapDays: 90 }" }),
  ],
  [
    "nor a lifetime shorter than the usual overlap allows",
    portal({ secret: "{ lifetimeDays: 59 }" }),
    ["access.yaml:12:27 portal.secret.lifetimeDays must be at least twice overlapDays, which is 30, got 59"],
    portal({ secret: "{ lifetimeDays: 60 }" }),
  ],
  [
    "a secret lives two years at most",
    portal({ secret: "{ lifetimeDays: 731 }" }),
    [
      "access.yaml:12:27 portal.secret.lifetimeDays must be 730 or fewer: two years, the longest that Entra's admin centre offers, got 731",
    ],
    portal({ secret: "{ lifetimeDays: 730 }" }),
  ],
  [
    "days are whole",
    portal({ secret: "{ lifetimeDays: 90.5 }" }),
    ["access.yaml:12:27 portal.secret.lifetimeDays must be a whole number of days, got 90.5"],
    portal({ secret: "{ lifetimeDays: 90 }" }),
  ],
  [
    "its secret is put into one of two places",
    portal({ secret: "{ store: vault }" }),
    ['access.yaml:12:20 portal.secret.store must be "kubernetes", or a map with secretsManager, got "vault"'],
    portal({ secret: "{ store: kubernetes }" }),
  ],
  [
    "the name there is one that AWS takes",
    portal({ secret: '{ store: { secretsManager: "a b" } }' }),
    [
      'access.yaml:12:38 portal.secret.store.secretsManager must be 1 to 512 letters, digits and /_+=.@-, as AWS Secrets Manager accepts it, got "a b"',
    ],
    portal({ secret: "{ store: { secretsManager: krci/portal } }" }),
  ],
  [
    "a rotation is forced by a date",
    portal({ secret: "{ rotate: now }" }),
    ['access.yaml:12:21 portal.secret.rotate must be a date such as 2026-11-22, got "now"'],
    portal({ secret: "{ rotate: 2026-11-22 }" }),
  ],
]);
