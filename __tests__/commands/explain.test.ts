import { dirname, join } from "node:path";
import { explain, type ExplainOptions } from "../../commands/explain";
import { clusterAuthenticator, clusterAuthenticators } from "../../model/authentication/cluster-authenticator";
import { accessOf, tenant, withTenant } from "../access-text";
import { tokenOf, validDraft, type Draft, type TokenWorld } from "../tokens/draft";
import { membersOf, withMember } from "../tokens/json-text";
import { SigningKeys } from "../tokens/signing-keys";
import { deployed, stateOf } from "./deployed";
import { httpsServer, leadingTo } from "./doctor/https-server";
import { printed } from "./printed";

const access = withTenant(`
login:
  username: { claim: upn }
groups:
  admins: { displayName: The admins, members: [ada@contoso.com] }
  devs: { members: [bob@contoso.com] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    requiredClaims: { tid: ${tenant} }
    grants:
      - { group: admins, clusterRole: cluster-admin }
      - { group: devs, clusterRole: edit, namespaces: [team-a, team-b] }
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
`);
const adminsId = "0d4c1a52-7d5e-4b7e-8c0a-3f6f3a1d2b01";
const unknownId = "0d4c1a52-7d5e-4b7e-8c0a-3f6f3a1d2b02";
const now = Date.parse("2026-11-27T09:00:00Z") / 1000;
const keys = new SigningKeys();
const files = {
  "access.yaml": access,
  "jwks.json": JSON.stringify({ keys: keys.published }),
  "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer }),
  "state/people.tfstate": stateOf({ group_object_ids: { admins: adminsId } }),
};

const world = (text: string): TokenWorld => {
  const file = accessOf(text);
  return { authenticator: clusterAuthenticator(file, file.clusters["prod"], deployed.clientId), keys, now, id: "1" };
};
const tokenWith = (claims: Readonly<Record<string, unknown>>, draft: Partial<Draft> = {}, text = access) => {
  const valid = validDraft(world(text));
  const kept = valid.claims.filter(([name]) => !((JSON.parse(name) as string) in claims));
  const added = Object.entries(claims).filter(([, value]) => value !== undefined);
  return tokenOf({ ...valid, claims: [...kept, ...membersOf(Object.fromEntries(added))], ...draft });
};

interface Asked extends Partial<ExplainOptions> {
  readonly text?: string;
  readonly changed?: Readonly<Record<string, string>>;
}

/** Explains a token that stands in a file. */
const of = (token: string | Uint8Array, { text = access, changed = {}, ...options }: Asked = {}) =>
  printed({ ...files, "access.yaml": text, token, ...changed }, async (file) => {
    const folder = dirname(file);
    const given = { tokenFile: join(folder, "token"), jwks: join(folder, "jwks.json") };
    return explain({ file, json: false, cluster: "prod", at: String(now), ...given, ...options });
  });

const jsonOf = async (token: string, asked: Asked = {}) => {
  const { code, stdout } = await of(token, { ...asked, json: true });
  return { code, ...(JSON.parse(stdout) as Record<string, unknown>) };
};

const person = (name: string, text = access, changed: Readonly<Record<string, string>> = {}) =>
  printed({ ...files, "access.yaml": text, ...changed }, async (file) =>
    explain({ file, json: false, cluster: "prod", person: name }),
  );

test("an accepted token is told with user name, groups by their keys, and what they may do where", async () => {
  const { code, stdout } = await of(tokenWith({}));
  expect(code).toBe(0);
  expect(stdout).toBe(`prod accepts the token as entra:ada@contoso.com
Groups:
  entra:${adminsId} (admins, The admins)
  entra:${unknownId} (the access file does not know this group)
So the person has:
  ClusterRole cluster-admin on the whole cluster, through admins (access.yaml:12:9 clusters.prod.grants[0])
`);
});

test("JSON has the groups as the API server sees them, and each grant with its place", async () => {
  expect(await jsonOf(tokenWith({ groups: [adminsId] }))).toMatchObject({
    code: 0,
    accepted: true,
    username: "entra:ada@contoso.com",
    groups: [`entra:${adminsId}`],
    reason: null,
    fix: null,
    claims: expect.arrayContaining([{ name: "tid", wanted: tenant, got: tenant }]) as unknown,
    grants: [
      {
        group: "admins",
        role: { kind: "ClusterRole", name: "cluster-admin" },
        namespaces: null,
        place: "access.yaml:12:9 clusters.prod.grants[0]",
      },
    ],
  });
});

test("a token whose groups have no grant is accepted, and nothing follows", async () => {
  const { code, stdout } = await of(tokenWith({ groups: [unknownId] }));
  expect(code).toBe(0);
  expect(stdout).toContain("No group has a grant on prod");
});

const guest = { upn: undefined, idp: "https://sts.windows.net/6f1c1b62-35f5-4a1c-9b6e-0f7d0c3a9b11/" };
test.each<[what: string, claims: Record<string, unknown>, reason: string, fix: string, text?: string]>([
  [
    "is expired",
    { exp: now - 1 },
    "oidc: verify token: oidc: token is expired (Token Expiry: 2026-11-27 08:59:59 +0000 UTC)",
    "For the person: Sign in again: run kubectl-oidc_login clean",
  ],
  [
    "has an issuer with a slash more",
    { iss: `${deployed.issuer}/` },
    "invalid bearer token",
    "has a slash at its end that the cluster does not expect",
  ],
  [
    "is of another tenant",
    { iss: "https://login.microsoftonline.com/6f1c1b62-35f5-4a1c-9b6e-0f7d0c3a9b11/v2.0" },
    "invalid bearer token",
    `but the access file's is ${tenant}`,
  ],
  [
    "comes from the other endpoint",
    { iss: `https://sts.windows.net/${tenant}/` },
    "invalid bearer token",
    "comes from Entra's v1 endpoint, but login.issuer is v2",
  ],
  [
    "is not from Entra",
    { iss: "https://accounts.example.com" },
    "invalid bearer token",
    "is not from Entra, but from https://accounts.example.com",
  ],
  [
    "is for another application",
    { aud: "7a1e" },
    `oidc: verify token: oidc: expected audience "${deployed.clientId}" got ["7a1e"]`,
    "For the person: The token is for the application 7a1e",
  ],
  [
    "is a guest's without upn",
    guest,
    'oidc: parse username claims "upn": claim not present',
    "For the operator: The token is of a guest, and has no upn. Set login.guests: true",
  ],
  [
    "was asked for without the scope profile",
    { upn: undefined },
    'oidc: parse username claims "upn": claim not present',
    "without the scope profile",
  ],
  [
    "has too many groups",
    {
      groups: undefined,
      _claim_names: { groups: "src1" },
      _claim_sources: { src1: { endpoint: "https://graph.windows.net/x" } },
    },
    "oidc: could not expand distributed claims: while getting distributed claim",
    "more than 200 groups",
  ],
  [
    "lacks a required claim",
    { tid: "other" },
    `oidc: required claim tid value does not match. Got = other, want = ${tenant}`,
    "For the operator: The token has another tid",
  ],
  ["is too early", { nbf: now + 61 }, "before the nbf (not before) time", "For the person: The token is not valid yet"],
  [
    "has no mail address",
    { email: undefined },
    'oidc: parse username claims "email": claim not present',
    "For the Entra administrator: The person has no mail address",
    access.replace("claim: upn", "claim: email"),
  ],
  [
    "has a mail address that is not verified",
    { email_verified: false },
    "oidc: email not verified",
    "For the Entra administrator: Entra says that the mail address is not verified",
    access.replace("claim: upn", "claim: email"),
  ],
  [
    "has groups that are a number",
    { groups: 5 },
    'oidc: parse groups claim "groups": json: cannot unmarshal number',
    "For the Entra administrator: The claim groups must be a list",
  ],
])(
  "a token that %s is refused in the API server's words, with the fix in the operator's",
  async (_, claims, reason, fix, text = access) => {
    const { code, stdout } = await of(tokenWith(claims, {}, text), { text });
    expect(code).toBe(1);
    expect(stdout).toContain(`prod refuses the token: `);
    expect(stdout).toContain(reason);
    expect(stdout).toContain(fix);
  },
);

test("whose groups are too many although only assigned ones are listed is not told to list only these", async () => {
  const text = access.replace("login:", "login:\n  groups: { emit: assigned }");
  const claims = { groups: undefined, _claim_names: { groups: "a" }, _claim_sources: { a: { endpoint: "https://x" } } };
  const { stdout } = await of(tokenWith(claims, {}, text), { text });
  expect(stdout).toContain("a direct member of more than 200 granted groups");
  expect(stdout).not.toContain("emit");
});

test("the fix names the place in the access file", async () => {
  const { stdout } = await of(tokenWith({ tid: "other" }));
  expect(stdout).toContain("(access.yaml:10:28 clusters.prod.requiredClaims.tid)");
});

test("an unsigned token of v1 is refused, and v2 is told as the way out", async () => {
  const text = access.replace("login:", "login:\n  issuer: v1");
  const token = tokenWith({}, { header: membersOf({ alg: "none" }), signature: () => Buffer.alloc(0) }, text);
  const state = stateOf({ client_id: deployed.clientId, issuer_url: `https://sts.windows.net/${tenant}/` });
  const { code, stdout } = await of(token, { text, changed: { "state/login.tfstate": state } });
  expect(code).toBe(1);
  expect(stdout).toContain('unsupported algorithm, expected ["RS256"] got "none"');
  expect(stdout).toContain("Set login.issuer: v2");
});

test("a token that the public key itself has signed by HS256 is refused", async () => {
  const header = membersOf({ alg: "HS256", kid: "first" });
  const { code, stdout } = await of(tokenWith({}, { header, sign: keys.hs256 }));
  expect(code).toBe(1);
  expect(stdout).toContain('got "HS256"');
});

describe("keys from the issuer", () => {
  afterEach(() => {
    delete process.env["SSL_CERT_FILE"];
  });
  /** The issuer's host leads to a server that answers so. */
  const issuerAnswers = async (answers: Readonly<Record<string, unknown>>) => {
    const { port, ca } = await httpsServer(({ url = "" }, response) => {
      response.writeHead(url in answers ? 200 : 503).end(JSON.stringify(answers[url]));
    });
    process.env["SSL_CERT_FILE"] = (await leadingTo(port, ca))["SSL_CERT_FILE"];
  };
  const path = new URL(deployed.issuer).pathname;
  const jwks_uri = new URL("/keys", deployed.issuer).href;

  test("without them nothing is accepted: the signature was not checked", async () => {
    await issuerAnswers({});
    const { code, stdout } = await of(tokenWith({}), { jwks: undefined });
    expect(code).toBe(2);
    expect(stdout).toContain("Signature not checked");
    expect(stdout).toContain("it answered 503");
    expect(stdout).not.toContain("accepts");
  });

  test("without them a token that fails otherwise is refused all the same", async () => {
    await issuerAnswers({});
    expect((await of(tokenWith({ aud: "x" }), { jwks: undefined })).code).toBe(1);
  });

  test("they are where its own discovery document says", async () => {
    await issuerAnswers({
      [`${path}/.well-known/openid-configuration`]: { issuer: deployed.issuer, jwks_uri },
      "/keys": { keys: keys.published },
    });
    expect((await of(tokenWith({}), { jwks: undefined })).code).toBe(0);
  });

  const discovery = { issuer: deployed.issuer, jwks_uri };
  const at = `${path}/.well-known/openid-configuration`;
  test.each<[what: string, answers: Readonly<Record<string, unknown>>, sentence: string]>([
    [
      "that names itself otherwise",
      { [at]: { ...discovery, issuer: "https://evil.example\n::error::" }, "/keys": { keys: keys.published } },
      "it says that the issuer is https://evil.example\\n::error::",
    ],
    [
      "whose keys are not at an https address",
      { [at]: { ...discovery, jwks_uri: "file:///etc/passwd" } },
      "its answer has no keys",
    ],
    ["whose key is no key", { [at]: discovery, "/keys": { keys: [{ kty: "RSA" }] } }, "its answer has no keys"],
  ])("an issuer %s gives none, and nothing is accepted", async (_, answers, sentence) => {
    await issuerAnswers(answers);
    const { code, stdout } = await of(tokenWith({}), { jwks: undefined });
    expect(code).toBe(2);
    expect(stdout).toContain(sentence);
  });
});

const [rsa = {}, , curve = {}] = keys.published;
test.each<[what: string, key: unknown]>([
  ["without a modulus", { kty: "RSA", kid: "first" }],
  ["whose modulus is a number", { ...rsa, n: 5 }],
  ["whose exponent is empty", { ...rsa, e: "" }],
  ["whose name is a number", { ...rsa, kid: 5 }],
  ["of no kind", { kid: "first" }],
])("a file with a key %s is no set of keys", async (_, key) => {
  const { code, stdout, stderr } = await of(tokenWith({}), {
    changed: { "jwks.json": JSON.stringify({ keys: [key] }) },
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("must be a JWK set with at least one key");
});

test.each<[what: string, set: readonly unknown[], code: number]>([
  ["beside a key that is not RSA", [{ ...curve, kid: "first" }, rsa], 0],
  ["that is not RSA", [{ ...curve, kid: "first" }], 1],
  ["with private parts of its own making", [{ ...rsa, d: "x", oth: [], key_ops: [5], alg: "\u001b[31m" }], 0],
  ["that is thousands of bits too long", [{ ...rsa, n: "_".repeat(20_000), e: "_".repeat(20_000) }], 1],
])("the public half of a key alone counts: of one %s", async (_, set, code) => {
  const changed = { "jwks.json": JSON.stringify({ keys: set }) };
  expect((await of(tokenWith({}), { changed })).code).toBe(code);
});

test("the rules of another version of Kubernetes judge otherwise: 1.38 lets a token come five minutes early", async () => {
  const token = tokenWith({ nbf: now + 299 });
  expect((await of(token)).code).toBe(1);
  expect((await of(token, { kubernetes: "1.38" })).code).toBe(0);
});

test("the version of a cluster is read from its stack's state", async () => {
  const resource = {
    mode: "data",
    type: "aws_eks_cluster",
    name: "cluster",
    instances: [{ attributes: { version: "1.38" } }],
  };
  const changed = { "state/eks-prod.tfstate": stateOf({}, [resource]) };
  expect((await of(tokenWith({ nbf: now + 299 }), { changed })).code).toBe(0);
});

test.each([
  ["an empty one", "", "There is no token in"],
  ["two parts", "a.b", "this has 2"],
  ["an encrypted one", "a.b.c.d.e", "is an encrypted token (JWE)"],
  ["a megabyte", "x".repeat(1_000_000), "it has 1000000 characters"],
  ["more than a megabyte", "x".repeat(1_100_000), "must be 1 MiB or less"],
])("what is no ID token, %s, has no answer, and is not repeated", async (_, token, sentence) => {
  const { code, stdout, stderr } = await of(token);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr.length).toBeLessThan(400);
});

test("an access token is told as such, with what it is for", async () => {
  const token = tokenWith({ aud: "00000003-0000-0000-c000-000000000000", scp: "User.Read" });
  const { code, stderr } = await of(token);
  expect(code).toBe(2);
  expect(stderr).toContain("This is an access token for Microsoft Graph.");
});

test("what kubelogin prints is taken as it is", async () => {
  const credential = {
    apiVersion: "client.authentication.k8s.io/v1",
    kind: "ExecCredential",
    status: { token: tokenWith({}) },
  };
  expect((await of(JSON.stringify(credential))).code).toBe(0);
});

test.each<[what: string, written: (token: string) => string | Uint8Array]>([
  ["UTF-8 with a byte order mark", (token: string) => `\ufeff${token}`],
  ["UTF-16, as PowerShell writes it", (token: string) => Buffer.from(`\ufeff${token}\r\n`, "utf16le")],
  ["Windows line ends", (token: string) => `${token}\r\n`],
  ["the word Bearer before it", (token: string) => `Bearer ${token}`],
])("a token in a file with %s is read", async (_, written) => {
  expect((await of(written(tokenWith({})))).code).toBe(0);
});

test("a token that was copied in several lines has no answer", async () => {
  const { code, stderr } = await of((tokenWith({}).match(/.{1,76}/g) ?? []).join("\n"));
  expect(code).toBe(2);
  expect(stderr).toContain("has spaces or line breaks in it");
});

const hostile = "\u001b[31mx\u001b[0m\n::error::y\r\nprod accepts the token as admin\u202e\u200b##vso[z]";
test.each<[what: string, claims: Record<string, unknown>]>([
  ["iss", { iss: hostile }],
  ["aud", { aud: hostile }],
  ["the user name", { upn: hostile }],
  ["a group", { groups: [hostile] }],
  ["a required claim", { tid: hostile }],
  ["who it is for, of an access token", { aud: hostile, scp: "x" }],
  ["the source of its groups", { groups: undefined, _claim_names: { groups: hostile }, _claim_sources: {} }],
])("what a token says never moves the terminal or begins a line: %s", async (_, claims) => {
  const { stdout, stderr } = await of(tokenWith(claims));
  const lines = `${stdout}${stderr}`.split("\n");
  expect(lines.filter((line) => /[^\x20-\x7e]/.test(line))).toEqual([]);
  expect(lines.filter((line) => /^\s*::|##vso|^prod accepts the token as admin/.test(line))).toEqual([]);
});

test.each<[what: string, claim: string, value: string]>([
  ["lists that are thousands deep", "tid", `${"[".repeat(9000)}${"]".repeat(9000)}`],
  ["an end beyond every number", "exp", "1e400"],
  ["a beginning beyond every number", "nbf", "1e400"],
])("a token with %s is refused in words", async (_, claim, value) => {
  const { claims } = validDraft(world(access));
  const { code, stdout } = await of(
    tokenOf({ ...validDraft(world(access)), claims: withMember(claims, claim, value) }),
  );
  expect(code).toBe(1);
  expect(stdout).toContain("prod refuses the token");
});

test("no output has any part of the token", async () => {
  const token = tokenWith({ exp: 1 });
  const outputs = [await of(token), await of(token, { json: true }), await of(tokenWith({})), await of(`${token}.x`)];
  const parts = outputs.flatMap(({ stdout, stderr }) =>
    token.split(".").filter((part) => `${stdout}${stderr}`.includes(part)),
  );
  expect(parts).toEqual([]);
});

test.each<[what: string, options: Partial<ExplainOptions>, sentence: string]>([
  ["no token and no person", { tokenFile: undefined }, "Say whose token you mean"],
  ["two of them", { person: "ada@contoso.com" }, "Say whose token you mean"],
  ["a token as an argument", { tokenFile: undefined, token: "eyJhbGciOi" }, "--token takes only -"],
  ["an unknown cluster", { cluster: "prd" }, 'got "prd"; did you mean "prod"?'],
  ["no cluster of two", { cluster: undefined }, "--cluster must say which cluster you mean: prod, stage"],
  ["no time", { at: "tomorrow" }, "--at must be a time"],
  ["no version", { kubernetes: "new" }, "--kubernetes must be a version"],
  ["no client ID", { clientId: "x" }, "--client-id must be the client ID"],
  ["no keys", { jwks: "/nowhere/jwks.json" }, "The keys in /nowhere/jwks.json is not there"],
  ["no file", { tokenFile: "/nowhere/token" }, "The token in /nowhere/token is not there"],
])("%s is told in one sentence, without an answer", async (_, options, sentence) => {
  const { code, stdout, stderr } = await of(tokenWith({}), options);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr.split("\n")).toHaveLength(2);
  expect(stderr).not.toContain("eyJ");
});

test("before the login is deployed a client ID may be given", async () => {
  const changed = { "state/login.tfstate": "", "state/people.tfstate": "" };
  expect(await of(tokenWith({}), { changed })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"login" is not deployed') as string,
  });
  expect((await of(tokenWith({}), { changed, clientId: deployed.clientId })).code).toBe(0);
});

test("a person's token is predicted from the file alone, with what only the directory knows", async () => {
  const { code, stdout } = await person("ADA@contoso.com");
  expect(code).toBe(0);
  expect(stdout).toBe(`prod is going to accept the token of ada@contoso.com as entra:ada@contoso.com
Groups:
  entra:${adminsId} (admins, The admins)
So the person has:
  ClusterRole cluster-admin on the whole cluster, through admins (access.yaml:12:9 clusters.prod.grants[0])
What would be different:
  If the person is in more than 200 groups, nested ones included: Entra lists no groups, and the cluster refuses the token.
`);
});

test("before the first deployment groups are told by their keys", async () => {
  const { stdout } = await person("bob@contoso.com", access, { "state/people.tfstate": "" });
  expect(stdout).toContain("entra:<object ID of devs> (devs)");
  expect(stdout).toContain("ClusterRole edit in team-a, team-b, through devs");
});

test("a guest without a upn is predicted to be refused, with the key that lets guests in", async () => {
  const text = access.replace("[bob@contoso.com]", "[gus@fabrikam.com]").concat("guests: [gus@fabrikam.com]\n");
  const { code, stdout } = await person("gus@fabrikam.com", text);
  expect(code).toBe(1);
  expect(stdout).toContain('oidc: parse username claims "upn": claim not present');
  expect(stdout).toContain("Set login.guests: true");
});

test("who is in no granted group cannot sign in where assignment is required", async () => {
  const text = access
    .replace("login:", "login:\n  assignment: required")
    .replace("clusters:", "  rest: { members: [eve@contoso.com] }\nclusters:");
  const { code, stdout } = await person("eve@contoso.com", text);
  expect(code).toBe(1);
  expect(stdout).toContain("AADSTS50105");
});

test("who has left cannot sign in", async () => {
  const { code, stdout } = await person(
    "bob@contoso.com",
    `${access}users: { bob@contoso.com: { left: true } }\n`.replace("members: [bob@contoso.com]", "members: []"),
  );
  expect(code).toBe(1);
  expect(stdout).toContain("AADSTS50057");
});

test("an unknown person is asked back", async () => {
  const { code, stderr } = await person("adda@contoso.com");
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean "ada@contoso.com"?');
});

test("a person on a cluster that is not EKS is explained as on EKS", async () => {
  const elsewhere = access.replace(/^( {4})eks: .*$/m, "$1kubernetes: { kubeconfig: config, context: prod }");
  expect(elsewhere).not.toBe(access);
  expect((await person("ada@contoso.com", elsewhere)).stdout).toBe((await person("ada@contoso.com")).stdout);
});

const ci = withTenant(`
clusters:
  dev:
    kubernetes:
      kubeconfig: dev.yaml
      context: kind-dev
      groupsClaims: [roles]
      issuers:
        - url: https://ci.contoso.com
          audience: kubernetes
          username: { prefix: "ci:" }
          requiredClaims: { org: contoso }
`);

test("a token of an issuer beside the login is judged by what the file says of that issuer", async () => {
  const [, authenticator] = clusterAuthenticators(accessOf(ci), accessOf(ci).clusters["dev"], deployed.clientId);
  if (authenticator === undefined) throw new Error("no second issuer");
  const made = (changed: Partial<Draft> = {}) =>
    tokenOf({ ...validDraft({ authenticator, keys, now, id: "1" }), ...changed });
  const asked = { text: ci, cluster: "dev" };
  const good = await jsonOf(made(), asked);
  expect(good).toMatchObject({ code: 0, username: "ci:AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ", groups: [] });
  expect(good).toMatchObject({ notes: ["https://ci.contoso.com made the token, an issuer beside the login."] });
  const signed = validDraft({ authenticator, keys, now, id: "1" });
  const byCurve = made({ header: membersOf({ alg: "ES256", kid: "curve" }), sign: keys.es256 });
  expect(await jsonOf(byCurve, asked)).toMatchObject({ code: 0 });
  const other = { claims: withMember(signed.claims, "org", '"fabrikam"') };
  expect(await jsonOf(made(other), asked)).toMatchObject({
    code: 1,
    reason: "oidc: required claim org value does not match. Got = fabrikam, want = contoso",
    fix: "For the operator: Compare the token with what clusters.dev.kubernetes.issuers says of https://ci.contoso.com, and ask whoever runs that issuer.",
  });
});

test("of a cluster whose file this program prints, explain knows groups of more claims, and refuses names that Kubernetes reserves", async () => {
  const asked = { text: ci, cluster: "dev" };
  const groups = await jsonOf(tokenWith({ groups: [adminsId], roles: ["admin"] }, {}, ci), asked);
  expect(groups).toMatchObject({ code: 0, groups: [`entra:${adminsId}`, "entra:roles:admin"] });
  const bare = `${ci.replace(/ +issuers:[^]*$/, "")}login: { username: { prefix: "" } }\n`;
  const reserved = await jsonOf(tokenWith({ upn: "system:admin" }, {}, bare), { ...asked, text: bare });
  expect(reserved).toMatchObject({
    code: 1,
    reason:
      "oidc: error evaluating user info validation rule: validation expression '!user.username.startsWith('system:')' failed: a user name must not begin with system:",
    fix: expect.stringMatching(
      /^For the operator: Kubernetes reserves names that begin with system:.*login\.username/,
    ) as string,
  });
});
