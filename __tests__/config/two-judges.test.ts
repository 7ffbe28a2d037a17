import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { parseAccess } from "../../config/load";
import { accessJsonSchema } from "../../config/json-schema";
import { InvalidAccessFile } from "../../config/mistake";
import { tenant } from "../access-text";
import { mutationsOf } from "./mutations";

const editor = new Ajv({ allErrors: true }).compile(JSON.parse(accessJsonSchema()) as object);

/** Rules that one entry alone breaks, so that the editor can see it too. */
const ofOneEntry = new Set(["value", "unknown-key", "missing-key", "keys", "user-names", "attribute-names"]);

/** The rules that the program finds broken. */
function rulesBroken(text: string): string[] {
  try {
    parseAccess(text, "access.yaml");
    return [];
  } catch (error) {
    if (error instanceof InvalidAccessFile) return error.mistakes.map(({ rule }) => rule);
    throw error;
  }
}

/** What the two say, where they should say the same and do not. */
function quarrel(text: string): string[] {
  const broken = rulesBroken(text);
  // Structure and syntax are the editor's YAML parser's affair.
  if (broken.includes("yaml") || broken.includes("alias") || broken.includes("duplicate-key")) return [];
  const accepts = editor(parse(text));
  if (broken.some((rule) => ofOneEntry.has(rule)) && accepts === true) return [`only check refuses: ${text}`];
  if (broken.length === 0 && accepts !== true) {
    return [
      `only the editor refuses: ${text} ${JSON.stringify(editor.errors?.map(({ dataPath, message }) => [dataPath, message]))}`,
    ];
  }
  return [];
}

const sample = readFileSync(join(__dirname, "..", "..", "access.yaml"), "utf8");
const all = mutationsOf(sample);
const [mutations = []] = fc.sample(fc.shuffledSubarray(all, { minLength: 300, maxLength: 300 }), {
  seed: 7,
  numRuns: 1,
});

test("300 access files with one thing wrong are judged alike", () => {
  expect(mutations.flatMap(({ text }) => quarrel(text))).toEqual([]);
});

const eks = "eks: { name: a, region: eu-central-1 }";
const grant = (text: string) => `groups: { devs: {} }\nclusters: { prod: { ${eks}, grants: [${text}] } }`;
const portal = (text: string) =>
  `${grant("{ group: devs, clusterRole: view }")}\nportal: { cluster: prod, namespace: krci, version: "3.15", ${text} }`;
const rule = (text: string) => `roles: { own: { rules: [${text}] } }`;
const policy = (text: string) => `login: { conditionalAccess: { breakGlass: ${tenant}, ${text} } }`;

const alone = [
  "groups:",
  "groups: { devs: }",
  "groups: { devs: { members: } }",
  "x-people: &a [ada@contoso.com]\ngroups: { devs: { members: *a } }",
  "groups: { 9devs: {} }",
  "groups: { devs-: {} }",
  "groups: { devs: { members: [Alice Smith] } }",
  "groups: { devs: { members: ['arn:aws:iam::1:user/a'] } }",
  "groups: { devs: { members: [a+b@contoso.com] } }",
  "groups: { devs: { members: [müller@contoso.com] } }",
  "groups: { devs: { members: [O'Hara@Contoso.COM] } }",
  "groups: { devs: { owners: [] } }",
  "groups: { devs: { owners: [x] } }",
  `groups: { devs: { owners: [${tenant}, ada@contoso.com] } }`,
  "groups: { devs: { existing: yes-please } }",
  "guests: [gus@fabrikam.com, { mail: pia@fabrikam.com, send: true }]",
  "guests: [gus]",
  "guests: [gus!@fabrikam.com]",
  "guests: [{ mail: gus }]",
  "users: { ada: {} }",
  "users: { ada@contoso.com: }",
  "users: { ada@contoso.com: { left: true } }",
  "users: { ada@contoso.com: { left: true, create: { displayName: A } } }",
  "attributes: { 1a: {} }",
  "attributes: { team: }",
  "clusters: { Prod: { eks: { name: a, region: eu-central-1 } } }",
  `clusters: { prod: { ${eks} } }`,
  "clusters: { prod: { eks: } }",
  "clusters: { prod: { eks: { name: 'arn:aws:eks:eu-central-1:1:cluster/a', region: eu-central-1 } } }",
  "clusters: { prod: { eks: { name: a, region: frankfurt } } }",
  `clusters: { prod: { ${eks}, requiredClaims: { '': x } } }`,
  `clusters: { prod: { ${eks}, grants: } }`,
  "clusters: { prod: { eks: { name: a, region: eu-central-1, proxyUrl: 'ftp://a.b' } } }",
  "clusters: { prod: { eks: { name: a, region: eu-central-1, proxyUrl: 'http://proxy.contoso.com:3128' } } }",
  "clusters: { prod: { eks: { name: a, region: eu-central-1, credentials: { kubeconfig: a, context: b } } } }",
  "clusters: { prod: { eks: { name: a, region: eu-central-1, credentials: { kubeconfig: a } } } }",
  grant("{ group: devs, clusterRole: view }"),
  grant("{ group: devs, clusterRole: view, role: own, namespaces: [a] }"),
  grant("{ group: devs }"),
  grant("{ group: devs, role: own }"),
  grant("{ group: devs, clusterRole: a/b }"),
  grant("{ group: devs, clusterRole: .. }"),
  grant("{ group: devs, clusterRole: view, namespaces: [] }"),
  grant("{ group: devs, clusterRole: view, namespaces: }"),
  grant("{ group: devs, clusterRole: view, namespaces: [A] }"),
  grant("{ user: ada@contoso.com, clusterRole: view }"),
  portal("url: https://portal.example.com"),
  portal("url: http://portal.example.com"),
  portal("url: https://portal.example.com/"),
  portal("url: HTTPS://portal.example.com:8443"),
  portal("url: https://portal.example.com?a"),
  portal("url: https://portal.example.com, secret: { store: { secretsManager: '' } }"),
  portal("url: https://portal.example.com, secret: { lifetimeDays: 1.5 }"),
  rule('{ apiGroups: [""], resources: [pods], verbs: [get] }'),
  rule('{ apiGroups: [""], resources: [pods] }'),
  rule("{ resources: [pods], verbs: [get] }"),
  rule("{ verbs: [get] }"),
  rule("{ nonResourceURLs: [/metrics], verbs: [get] }"),
  rule('{ nonResourceURLs: [/metrics], apiGroups: [""], verbs: [get] }'),
  rule('{ nonResourceURLs: [/metrics], apiGroups: [""], resources: [pods], verbs: [get] }'),
  "roles: { own: { existing: true } }",
  "roles: { own: { existing: true, rules: [] } }",
  "roles: { own: }",
  policy("mfa: true"),
  policy("mfa: false"),
  policy("signInFrequency: 24h"),
  policy("allowedLocations: { ranges: [203.0.113.0/24] }"),
  policy("allowedLocations: { ranges: [10.1.0.0/16] }"),
  policy("allowedLocations: { ranges: [203.0.113.0/8] }"),
  policy("allowedLocations: { ranges: [203.0.113.256/24] }"),
  policy("allowedLocations: {}"),
  policy("allowedLocations: { countries: [de] }"),
  "backend:",
  "backend: { directory: states }",
  "backend: { bucket: states, region: eu-central-1 }",
  "backend: { type: s3, bucket: states, region: eu-central-1 }",
  "backend: { type: s3, bucket: st, region: eu-central-1 }",
  "backend: { type: cloud, organization: contoso, prefix: a }",
  "terraform: { providers: { aws: '>= 6.25, < 7' } }",
  "terraform: { providers: { aws: '1, 1, 1x' } }",
  "allow:",
  "allow: [everything]",
  "login: { claims: { nonsense: {} } }",
  "login: { username: { prefix: ' ' } }",
  "login:",
];

test.each(alone)("%s is judged alike", (text) => {
  expect(quarrel(`tenant: ${tenant}\n${text}\n`)).toEqual([]);
});
