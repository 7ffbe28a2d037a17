import { withGrants } from "../../../access-text";
import { describeRules, type RuleCase } from "../describe-rules";

const file = (clients: string, rest = "", grants = "[{ group: devs, clusterRole: view }]") =>
  `${withGrants(grants, "{ devs: {}, idle: {} }")}clients:\n${clients}${rest}`;

/** A client on line 8, with these keys beside or instead of the usual ones. */
function client(changes: Readonly<Record<string, string | undefined>> = {}, name = "web"): string {
  const keys: Readonly<Record<string, string | undefined>> = {
    preset: "headlamp",
    cluster: "prod",
    url: "https://web.contoso.com",
    namespace: "web",
    ...changes,
  };
  const entries = Object.entries(keys).filter(([, value]) => value !== undefined);
  return `  ${name}:\n${entries.map(([key, value]) => `    ${key}: ${value ?? ""}\n`).join("")}`;
}
const other = (changes: Parameters<typeof client>[0] = {}) =>
  client({ preset: undefined, url: "https://other.contoso.com", ...changes }, "other");
const argocd = { preset: "argocd", groups: "{ admin: [devs] }" };
const portal = `portal: { cluster: prod, url: "https://web.contoso.com", namespace: krci, version: "3.12" }\n`;
const shared = "{ store: { secretsManager: web } }";

const addresses: readonly (readonly [rule: string, key: string, wrong: string, sentence: string, right: string])[] = [
  [
    "an address is https",
    "url",
    "http://web.contoso.com",
    'must begin with https://, because Entra redirects to no other address but http://localhost, got "http://web.contoso.com"',
    "http://localhost:3000",
  ],
  [
    "a callback is https",
    "callback",
    "http://web.contoso.com/back",
    'must begin with https://, because Entra redirects to no other address but http://localhost, got "http://web.contoso.com/back"',
    "http://localhost:3000/back",
  ],
  [
    "no other scheme is taken",
    "callback",
    "javascript://localhost/x",
    'must begin with https://, because Entra redirects to no other address but http://localhost, got "javascript://localhost/x"',
    "https://localhost/x",
  ],
  [
    "a callback has no wildcard",
    "callback",
    '"https://*.contoso.com/back"',
    'must not contain *: with a wildcard, codes could go to an address that you do not know, got "https://*.contoso.com/back"',
    "https://web.contoso.com/back",
  ],
  [
    "a callback has no fragment",
    "callback",
    '"https://web.contoso.com/back#x"',
    'must not have a query or a fragment, got "https://web.contoso.com/back#x"',
    "https://web.contoso.com/back/",
  ],
  [
    "an address after the sign-out has no query",
    "logout",
    '"https://web.contoso.com/?x=1"',
    'must not have a query or a fragment, got "https://web.contoso.com/?x=1"',
    "https://web.contoso.com/",
  ],
  [
    "an address has no password, and it is not repeated",
    "url",
    "https://me:secret@web.contoso.com",
    "must not contain a user name or a password, got a URL with them; everybody can read the access file",
    "https://web.contoso.com",
  ],
  [
    "nor has a callback",
    "callback",
    "https://me:secret@web.contoso.com/back",
    "must not contain a user name or a password, got a URL with them; everybody can read the access file",
    "https://web.contoso.com/back",
  ],
  [
    "an address names a host",
    "url",
    "https://-web_",
    'must be https:// and a host name, got "https://-web_"',
    "https://web",
  ],
  [
    "a port is one",
    "url",
    "https://web.contoso.com:65536",
    'must have a port from 1 to 65535, got "https://web.contoso.com:65536"',
    "https://web.contoso.com:65535",
  ],
  [
    "a path does not lead back",
    "callback",
    "https://web.contoso.com/a/../b",
    'must have a path of letters, digits and . _ ~ - only, got "https://web.contoso.com/a/../b"',
    "https://web.contoso.com/a/..b",
  ],
  [
    "an address has no slash at its end",
    "url",
    "https://web.contoso.com/",
    'must not end in a slash: the client adds its own path, got "https://web.contoso.com/"',
    "https://web.contoso.com/web",
  ],
];

const column = { url: 10, callback: 15, logout: 13 };
const line = { url: 11, callback: 13, logout: 13 };

describeRules([
  ...addresses.map(([rule, key, wrong, sentence, right]): RuleCase => {
    const place = `access.yaml:${String(line[key as "url"])}:${String(column[key as "url"])} clients.web.${key}`;
    return [rule, file(client({ [key]: wrong })), [`${place} ${sentence}`], file(client({ [key]: right }))];
  }),
  [
    "a key is a part of the name of a stack",
    file(client({}, "Web")),
    ["access.yaml:8:3 clients.Web must have a key of 1 to 63 lower-case letters, digits and -, not - at either end"],
    file(client()),
  ],
  [
    "a preset is one that there is",
    file(client({ preset: "headlmp" })),
    [
      'access.yaml:9:13 clients.web.preset must be one of "headlamp", "kiali", "argocd", "grafana", "kubernetes-dashboard", "krci-portal", got "headlmp"; did you mean "headlamp"?',
    ],
    file(client()),
  ],
  [
    "a web application that no preset knows is told to go without",
    file(client({ preset: "backstage", callback: "https://web.contoso.com/back" })),
    [
      'access.yaml:9:13 clients.web.preset must be one of "headlamp", "kiali", "argocd", "grafana", "kubernetes-dashboard", "krci-portal", got "backstage"; for another web application leave preset out, and write its callback',
    ],
    file(client({ preset: undefined, callback: "https://web.contoso.com/back" })),
  ],
  [
    "it is on a cluster of the file",
    file(client({ cluster: "prd" })),
    [
      'access.yaml:10:14 clients.web.cluster must name a cluster defined under "clusters", got "prd"; did you mean "prod"?',
    ],
    file(client()),
  ],
  [
    "and not on one that is to be absent",
    file(client()).replace("    grants:", "    state: absent\n    grants:"),
    [
      'access.yaml:11:14 clients.web.cluster must name a cluster without state: absent, because the client runs there, got "prod"',
    ],
    file(client()),
  ],
  [
    "without a preset the callback is given",
    file(client({ preset: undefined })),
    ["access.yaml:8:3 clients.web must have a callback, or a preset that knows it"],
    file(client({ preset: undefined, callback: "https://web.contoso.com/back" })),
  ],
  [
    "Kiali has a path",
    file(client({ preset: "kiali" })),
    [
      'access.yaml:11:10 clients.web.url must have a path such as /kiali, because Kiali sends people back to this address as it is, got "https://web.contoso.com"',
    ],
    file(client({ preset: "kiali", url: "https://web.contoso.com/kiali" })),
  ],
  [
    "a further portal has no path, and its callback follows from that",
    file(client({ preset: "krci-portal", url: "https://web.contoso.com/krci", callback: "https://web.contoso.com/x" })),
    [
      'access.yaml:11:10 clients.web.url must not have a path, because KubeRocketCI Portal puts its own right behind the host, got "https://web.contoso.com/krci"',
      "access.yaml:13:5 clients.web.callback must not be given, because KubeRocketCI Portal works its callback out from its address",
    ],
    file(client({ preset: "krci-portal" })),
  ],
  [
    "and another address than the portal",
    file(client({ preset: "krci-portal" }), portal.replace("3.12", "3.15")),
    [
      'access.yaml:11:10 clients.web.url must lead to another callback than that of portal, which is https://web.contoso.com/auth/callback, got "https://web.contoso.com"',
    ],
    file(client({ preset: "krci-portal" }), portal.replace("3.12", "3.15").replace("web.contoso", "portal.contoso")),
  ],
  [
    "two clients have two callbacks",
    file(client() + other({ callback: "https://WEB.contoso.com:443/oidc-callback" })),
    [
      'access.yaml:17:15 clients.other.callback must lead to another callback than that of clients.web, which is https://web.contoso.com/oidc-callback, got "https://WEB.contoso.com:443/oidc-callback"',
    ],
    file(client() + other({ callback: "https://other.contoso.com/oidc-callback" })),
  ],
  [
    "also two of one preset",
    file(client() + other({ preset: "headlamp", url: "https://web.contoso.com" })),
    [
      'access.yaml:16:10 clients.other.url must lead to another callback than that of clients.web, which is https://web.contoso.com/oidc-callback, got "https://web.contoso.com"',
    ],
    file(client() + other({ preset: "headlamp" })),
  ],
  [
    "and none has the portal's",
    file(client(), portal),
    [
      'access.yaml:11:10 clients.web.url must lead to another callback than that of portal, which is https://web.contoso.com/oidc-callback, got "https://web.contoso.com"',
    ],
    file(client(), portal.replace("3.12", "3.13")),
  ],
  [
    "nor kubectl's, whatever the port",
    file(client({ callback: "http://localhost:8080/" })),
    [
      'access.yaml:13:15 clients.web.callback must lead to another callback than that of kubectl, which is http://localhost:8080/, got "http://localhost:8080/"',
    ],
    file(client({ callback: "http://localhost:8080/back" })),
  ],
  [
    "nor that of Argo CD's command line",
    file(client(argocd) + other({ callback: "http://localhost/auth/callback" })),
    [
      'access.yaml:18:15 clients.other.callback must lead to another callback than that of the command line of Argo CD, which is http://localhost/auth/callback, got "http://localhost/auth/callback"',
    ],
    file(client(argocd) + other({ callback: "http://localhost/back" })),
  ],
  [
    "a public client has no secret",
    file(client({ secret: "{}", public: "native" })),
    [
      'access.yaml:14:13 clients.web.public must not be given together with secret: a public client has none, got "native"',
    ],
    file(client({ public: "native" })),
  ],
  [
    "a preset that needs a secret is not public",
    file(client({ preset: "kiali", url: "https://web.contoso.com/kiali", public: "spa" })),
    ['access.yaml:13:13 clients.web.public must not be given, because Kiali signs people in with a secret, got "spa"'],
    file(client({ preset: "kiali", url: "https://web.contoso.com/kiali" })),
  ],
  [
    "a preset is public in one way",
    file(client({ public: "spa" })),
    ['access.yaml:13:13 clients.web.public must be "native" for Headlamp, got "spa"'],
    file(client({ public: "native" })),
  ],
  [
    "two secrets at a time are enough",
    file(client({ secret: "{ lifetimeDays: 100, overlapDays: 51 }" })),
    ["access.yaml:13:47 clients.web.secret.overlapDays must be at most half of lifetimeDays, which is 100, got 51"],
    file(client({ secret: "{ lifetimeDays: 100, overlapDays: 50 }" })),
  ],
  [
    "a name in AWS Secrets Manager is one client's",
    file(client({ secret: shared }) + other({ callback: "https://other.contoso.com/", secret: shared })),
    [
      'access.yaml:19:40 clients.other.secret.store.secretsManager must be another name than that of clients.web, got "web"',
    ],
    file(client({ secret: shared }) + other({ callback: "https://other.contoso.com/" })),
  ],
  [
    "and not the portal's",
    file(
      client({ secret: shared }),
      `portal: { cluster: prod, url: "https://portal.contoso.com", namespace: krci, version: "3.15", secret: ${shared} }\n`,
    ),
    ['access.yaml:13:40 clients.web.secret.store.secretsManager must be another name than that of portal, got "web"'],
    file(
      client({ secret: shared }),
      `portal: { cluster: prod, url: "https://portal.contoso.com", namespace: krci, version: "3.15" }\n`,
    ),
  ],
  [
    "a cluster that is not EKS has no AWS Secrets Manager",
    file(client({ secret: shared })).replace(
      "eks: { name: prod-eks, region: eu-central-1 }",
      "kubernetes: { kubeconfig: config, context: prod }",
    ),
    [
      'access.yaml:13:22 clients.web.secret.store must be "kubernetes", because clusters.prod is of the kind "kubernetes" and only "eks" says in which AWS region a secret would lie',
    ],
    file(client()).replace(
      "eks: { name: prod-eks, region: eu-central-1 }",
      "kubernetes: { kubeconfig: config, context: prod }",
    ),
  ],
  [
    "what people do with a client that shows their tokens, grants say",
    file(client({ groups: "{ admin: [devs] }" })),
    [
      "access.yaml:13:15 clients.web.groups.admin must not be given: what people do with Headlamp, clusters.prod.grants say",
    ],
    file(client()),
  ],
  [
    "a role is one that the client has",
    file(client({ ...argocd, groups: "{ editor: [devs] }" })),
    ["access.yaml:13:15 clients.web.groups.editor must not be given: Argo CD has no such role"],
    file(client({ ...argocd, groups: "{ viewer: [devs] }" })),
  ],
  [
    "a client with roles of its own has groups",
    file(client({ preset: "grafana" })),
    ["access.yaml:8:3 clients.web must have groups, because Grafana judges by its own roles and nobody would have one"],
    file(client({ preset: "grafana", groups: "{ viewer: [idle] }" })),
  ],
  [
    "its groups are groups of the file",
    file(client({ ...argocd, groups: "{ admin: [dev] }" })),
    [
      'access.yaml:13:23 clients.web.groups.admin[0] must name a group defined under "groups", got "dev"; did you mean "devs"?',
    ],
    file(client(argocd)),
  ],
  [
    "where only granted groups are in tokens, they are granted something",
    file(client({ ...argocd, groups: "{ admin: [devs], viewer: [idle] }" }), "login: { groups: { emit: assigned } }\n"),
    [
      'access.yaml:13:39 clients.web.groups.viewer[0] must name a group with a grant on a cluster, because only granted groups are assigned to the application, got "idle"; grant it something, or leave login.assignment and login.groups.emit as they are by default',
    ],
    file(client({ ...argocd, groups: "{ admin: [devs], viewer: [idle] }" })),
  ],
  [
    "an existing group does not rule over the cluster by Argo CD",
    file(client(argocd)).replace("devs: {}", "devs: { existing: 11111111-2222-4333-8444-555555555555 }"),
    [
      'access.yaml:13:23 clients.web.groups.admin[0] must not be an existing group where cluster-admin is granted by Argo CD: its owners can add anybody, got "devs"; grant it to a group that this file creates; if you want this, write allow: [existing-cluster-admin]',
    ],
    file(client({ ...argocd, groups: "{ viewer: [devs] }" })).replace(
      "devs: {}",
      "devs: { existing: 11111111-2222-4333-8444-555555555555 }",
    ),
  ],
  [
    "a workspace has a name that fits",
    file(client({}, "w".repeat(40)), `backend: { type: cloud, organization: contoso, prefix: ${"p".repeat(50)}- }\n`),
    [
      `access.yaml:13:56 backend.prefix must be shorter: the workspace ${"p".repeat(50)}-client-${"w".repeat(40)} would have 98 characters, and at most 90 are allowed, got "${"p".repeat(50)}-"`,
    ],
    file(client({}, "w".repeat(32)), `backend: { type: cloud, organization: contoso, prefix: ${"p".repeat(50)}- }\n`),
  ],
]);
