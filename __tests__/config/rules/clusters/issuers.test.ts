import { mistakesIn, tenant, withTenant } from "../../../access-text";

const github =
  'url: https://token.actions.githubusercontent.com, audience: kubernetes, username: { prefix: "github:" }';
const of = (more: string, top = "") =>
  mistakesIn(withTenant(`${top}clusters: { dev: { kubernetes: { kubeconfig: config, context: kind-dev, ${more} } } }`));
const sentences = (more: string, top = "") => of(more, top).map((line) => line.replace(/^access\.yaml:\d+:\d+ /, ""));
const issuers = (...given: readonly string[]) => `issuers: [${given.map((one) => `{ ${one} }`).join(", ")}]`;
const at = "clusters.dev.kubernetes";

test("issuers beside the login are taken, with claims, groups and required claims of their own", () => {
  const other = 'url: https://dex.contoso.com, audience: dex, username: { claim: email, prefix: "dex:" }';
  const more = `${other}, groups: { prefix: "dex:" }, requiredClaims: { org: contoso }`;
  expect(of(issuers(github, more))).toEqual([]);
});

test("an issuer stands once, and is not that of the login in either version", () => {
  expect(sentences(issuers(github, github.replace("github:", "other:")))).toEqual([
    expect.stringContaining(`${at}.issuers[1].url must be another issuer than those above`) as string,
  ]);
  for (const [login, url] of [
    ["v2", `https://login.microsoftonline.com/${tenant}/v2.0`],
    ["v1", `https://sts.windows.net/${tenant}/`],
  ] as const) {
    const own = github.replace(/https:[^,]+/, url);
    expect(sentences(issuers(own), `login: { issuer: ${login} }\n`)).toEqual([
      expect.stringContaining("must not be the issuer of the login, which every cluster trusts anyway") as string,
    ]);
  }
});

test("an issuer is an https URL without user name, query and fragment", () => {
  const wrong = [
    "http://a.contoso.com",
    "https://ada@a.contoso.com",
    "https://a.contoso.com?x",
    "https://a.contoso.com#x",
  ];
  for (const url of [...wrong, "https://", "a.contoso.com"]) {
    expect([url, sentences(issuers(github.replace(/https:[^,]+/, JSON.stringify(url))))]).toEqual([
      url,
      [expect.stringContaining("must be an https URL without user name, query and fragment") as string],
    ]);
  }
});

test("people of two issuers are told apart: no prefix is empty, or begins as another one", () => {
  const named = (prefix: string) => issuers(github.replace('"github:"', JSON.stringify(prefix)));
  const apart = (what: string, prefix: string) =>
    expect.stringContaining(
      `must not begin as ${what} does, "${prefix}": one issuer could then name somebody of the other`,
    ) as string;
  for (const prefix of ["entra:", "entra", "e", "entra:github:"]) {
    expect([prefix, sentences(named(prefix))]).toEqual([prefix, [apart("login.username.prefix", "entra:")]]);
  }
  expect(sentences(named("entra-ci:"))).toEqual([]);
  expect(sentences(named(""))).toEqual([expect.stringContaining("must not be empty") as string]);
  expect(sentences(named("system:ci"))).toEqual([expect.stringContaining('must not contain "system:"') as string]);
  const open = 'login: { username: { prefix: "" } }\n';
  expect(sentences(issuers(github), open)).toEqual([apart("login.username.prefix", "")]);

  const second = 'url: https://dex.contoso.com, audience: dex, username: { prefix: "github:dex:" }';
  expect(sentences(issuers(github, second))).toEqual([apart("issuers[0].username.prefix", "github:")]);
  const groups = `${github}, groups: { prefix: "entra:ci:" }`;
  expect(sentences(issuers(groups))).toEqual([apart("login.groups.prefix", "entra:")]);
});

test("groups come from roles, from text claims of the login and from attributes of type String, each once", () => {
  const top =
    "login: { claims: { ctry: {} } }\nattributes: { team: {}, level: { type: Integer }, old: { retired: true } }\n";
  const groups = (...claims: readonly string[]) => sentences(`groupsClaims: [${claims.join(", ")}]`, top);
  expect(groups("roles", "ctry", "team")).toEqual([]);
  const must = "must be roles, or a text claim in the tokens of this login";
  expect(groups("role")).toEqual([`${at}.groupsClaims[0] ${must}, got "role"; did you mean "roles"?`]);
  for (const claim of ["acct", "fwd", "level", "old"]) {
    expect([claim, groups(claim)]).toEqual([claim, [expect.stringContaining(must) as string]]);
  }
  expect(groups("groups")).toEqual([
    `${at}.groupsClaims[0] must not be groups, which every API server reads anyway, got "groups"`,
  ]);
  expect(groups("team", "team")).toEqual([`${at}.groupsClaims[1] must stand once, got "team"`]);
});
