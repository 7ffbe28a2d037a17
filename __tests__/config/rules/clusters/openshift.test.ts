import { mistakesIn, withTenant } from "../../../access-text";

const base = "kubeconfig: config, context: ocp, domain: apps.ocp.contoso.com";
const entry = (openshift: string, more = "") => `openshift: { ${openshift} }${more}`;
const mistakes = (openshift: string, more = "") =>
  mistakesIn(withTenant(`clusters: { ocp: { ${entry(openshift, more)} } }`)).map((one) => one.replace(/^\S+ /, ""));

test.each([
  "external",
  "external, console: false",
  "rosa-hcp",
  "rosa-hcp, clusterId: 2a3b4c5d6e7f8g9h",
  "oauth, mappingMethod: add",
  "rosa-classic, clusterId: 2a3b4c5d6e7f8g9h",
])("signIn: %s is taken", (way) => {
  expect(mistakes(`${base}, signIn: ${way}`)).toEqual([]);
});

test.each([
  [
    "no domain",
    "kubeconfig: c, context: o, signIn: oauth",
    "clusters.ocp.openshift.domain must be given; oc get ingresses.config cluster -o jsonpath={.spec.domain} prints it",
  ],
  [
    "a scheme",
    "kubeconfig: c, context: o, signIn: oauth, domain: 'https://apps.contoso.com'",
    'clusters.ocp.openshift.domain must be a domain in lower case such as apps.ocp.contoso.com, without https:// and without a path, got "https://apps.contoso.com"',
  ],
  [
    "a path",
    "kubeconfig: c, context: o, signIn: oauth, domain: apps.contoso.com/x",
    'clusters.ocp.openshift.domain must be a domain in lower case such as apps.ocp.contoso.com, without https:// and without a path, got "apps.contoso.com/x"',
  ],
  [
    "no way",
    base,
    'clusters.ocp.openshift.signIn must be given; write one of "external", "rosa-hcp", "oauth", "rosa-classic"',
  ],
  [
    "an unknown way",
    `${base}, signIn: oath`,
    'clusters.ocp.openshift.signIn must be one of "external", "rosa-hcp", "oauth", "rosa-classic", got "oath"; did you mean "oauth"?',
  ],
  [
    "a mapping without an OAuth server",
    `${base}, signIn: external, mappingMethod: claim`,
    "clusters.ocp.openshift.mappingMethod must not be given for external, because only an OAuth server maps people to users",
  ],
  [
    "a console that asks the OAuth server",
    `${base}, signIn: oauth, console: true`,
    "clusters.ocp.openshift.console must not be given for oauth, because the console asks the OAuth server",
  ],
  [
    "an ID outside ROSA",
    `${base}, signIn: oauth, clusterId: 2a3b4c5d6e7f8g9h`,
    "clusters.ocp.openshift.clusterId must not be given for oauth, because only ROSA clusters have one",
  ],
  [
    "ROSA classic without its ID",
    `${base}, signIn: rosa-classic`,
    "clusters.ocp.openshift must have a clusterId for rosa-classic, as rosa describe cluster prints it",
  ],
  [
    "a key of EKS",
    `${base}, signIn: external, region: eu-central-1`,
    'clusters.ocp.openshift.region must not be given for a cluster of the kind "openshift", because only "eks" has it',
  ],
  [
    "an overlap of more than half",
    `${base}, signIn: oauth, secret: { lifetimeDays: 10, overlapDays: 6 }`,
    "clusters.ocp.openshift.secret.overlapDays must be at most half of lifetimeDays, which is 10, got 6",
  ],
])("%s is refused", (_, openshift, sentence) => {
  expect(mistakes(openshift)).toEqual([sentence]);
});

test("claims are demanded where the API server takes ID tokens, and refused where an OAuth server does", () => {
  const claims = ", requiredClaims: { tid: 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11 }";
  expect(mistakes(`${base}, signIn: external`, claims)).toEqual([]);
  expect(mistakes(`${base}, signIn: oauth`, claims)).toEqual([
    "clusters.ocp.requiredClaims must not be given for openshift with signIn oauth, because an OAuth server of OpenShift demands no claims",
  ]);
});

test("what rosa could not tell apart is refused there", () => {
  const claims = ', requiredClaims: { ctry: "DE,FR" }';
  const login = "login: { claims: { ctry: {} } }\n";
  const of = (way: string) =>
    mistakesIn(withTenant(`${login}clusters: { ocp: { ${entry(`${base}, signIn: ${way}`, claims)} } }`));
  expect(of("external")).toEqual([]);
  expect(of("rosa-hcp")).toEqual([
    expect.stringContaining(
      "clusters.ocp.requiredClaims.ctry must have no colon and no comma in the claim and its value for rosa-hcp",
    ) as string,
  ]);
});

test("two clusters of one domain or one context are refused, and so is a client with the callback of a cluster", () => {
  const two = `clusters: { a: { ${entry(`${base}, signIn: oauth`)} }, b: { ${entry(`${base}, signIn: oauth`)} } }`;
  expect(mistakesIn(withTenant(two))).toEqual([
    expect.stringContaining("clusters.b.openshift.context must lead to a different cluster than clusters.a") as string,
    expect.stringContaining("clusters.b.openshift.domain must be another domain than that of clusters.a") as string,
  ]);
  const uri = "https://oauth-openshift.apps.ocp.contoso.com/oauth2callback/entra";
  const client = `clients: { mine: { cluster: a, url: https://mine.contoso.com, namespace: mine, callback: ${uri} } }`;
  expect(mistakesIn(withTenant(`clusters: { a: { ${entry(`${base}, signIn: oauth`)} } }\n${client}`))).toEqual([
    expect.stringContaining(
      `clients.mine.callback must lead to another callback than that of clusters.a, which is ${uri}`,
    ) as string,
  ]);
});

test("two entries with one ID at Red Hat are refused, with the place of the second", () => {
  const rosa = (name: string, way: string, id: string) =>
    `  ${name}:\n    openshift: { kubeconfig: c, context: ${name}, domain: apps.${name}.contoso.com, signIn: ${way}, clusterId: ${id} }\n`;
  const two = (way: string, id: string) =>
    mistakesIn(withTenant(`clusters:\n${rosa("a", "rosa-classic", "2a3b4c5d6e7f8g9h")}${rosa("b", way, id)}`));
  for (const way of ["rosa-classic", "rosa-hcp"]) {
    expect(two(way, "3a3b4c5d6e7f8g9h")).toEqual([]);
    expect(two(way, "2a3b4c5d6e7f8g9h")).toEqual([
      expect.stringMatching(
        /^access\.yaml:6:\d+ clusters\.b\.openshift\.clusterId must be the ID of a different cluster than clusters\.a, got "2a3b4c5d6e7f8g9h"$/,
      ) as string,
    ]);
  }
});

test("a client or a portal that shows the user's token is refused where the API server takes only the OAuth server's", () => {
  const file = (way: string, more: string) =>
    mistakesIn(withTenant(`clusters: { ocp: { ${entry(`${base}, signIn: ${way}`)} } }\n${more}`));
  const headlamp =
    "clients: { headlamp: { preset: headlamp, cluster: ocp, url: https://h.contoso.com, namespace: headlamp } }";
  expect(file("external", headlamp)).toEqual([]);
  expect(file("oauth", headlamp)).toEqual([
    expect.stringContaining(
      "Headlamp shows it the user's ID token, and the API server accepts only tokens of OpenShift's OAuth server",
    ) as string,
  ]);
  const portal = 'portal: { cluster: ocp, url: https://portal.contoso.com, namespace: krci, version: "3.15" }';
  expect(file("oauth", portal)).toEqual([
    expect.stringContaining(
      "the portal shows it the user's ID token, and the API server accepts only tokens of OpenShift's OAuth server",
    ) as string,
  ]);
});
