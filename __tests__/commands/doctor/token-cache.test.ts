import { chmodSync } from "node:fs";
import { join } from "node:path";
import { tokenCache } from "../../../commands/doctor/token-cache";
import { accessOf, tenant, withGrants } from "../../access-text";
import { deployed } from "../deployed";
import { deployedCluster, folderWith, inShort, machine } from "./machine";

const access = accessOf(withGrants("[]"));
const now = () => Date.parse("2030-01-01T00:00:00Z");
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (claims: object) =>
  `${part({ alg: "RS256" })}.${part({ iss: deployed.issuer, aud: deployed.clientId, exp: now() / 1000 + 60, ...claims })}.hush`;
const cached = (claims: object, more: object = {}) => JSON.stringify({ id_token: token(claims), ...more });

function look(files: Readonly<Record<string, string>>, mode = 0o600, env: NodeJS.ProcessEnv = {}) {
  const named = Object.entries(files).map(([name, text]) => [`.kube/cache/oidc-login/${name}`, text]);
  const home = folderWith(Object.fromEntries(named) as Record<string, string>);
  for (const name of Object.keys(files)) chmodSync(join(home, ".kube/cache/oidc-login", name), mode);
  const found = tokenCache(access, deployedCluster(), machine({ home, now, env }));
  expect(JSON.stringify(found)).not.toContain("hush");
  return inShort(found);
}

test("a valid token of this login is fine", () => {
  expect(look({ a: cached({ aud: [deployed.clientId] }) })).toEqual(["fine cache"]);
});

test("an expired token is fine if it can be renewed, and a warning if not", () => {
  expect(look({ a: cached({ exp: 1 }, { refresh_token: "hush" }) })).toEqual(["fine cache-expired"]);
  expect(look({ a: cached({ exp: now() / 1000 }) })).toEqual(["warning cache-expired"]);
});

test("a token of this application from another tenant or issuer is told, and one of another application is not", () => {
  const other = { iss: deployed.issuer.replace(tenant, "11111111-2222-3333-4444-555555555555") };
  expect(look({ a: cached(other) })).toEqual(["warning cache-other-issuer"]);
  expect(look({ a: cached({ iss: `https://sts.windows.net/${tenant}/` }), b: cached({}) })).toEqual([
    "warning cache-other-issuer",
    "fine cache",
  ]);
  expect(look({ a: cached({ ...other, aud: "another" }) })).toEqual(["fine cache"]);
});

test("a token that others can read is told", () => {
  expect(look({ a: cached({}) }, 0o644)).toEqual(["warning cache-open", "fine cache"]);
});

test("an empty cache, locks and what is no token are no finding", () => {
  expect(look({})).toEqual(["fine cache"]);
  expect(look({ "a.lock": "", b: "hush", c: '{"id_token":"hush"}' })).toEqual(["fine cache"]);
});

test.each([".lock", ""])("what kubelogin cannot open or write ends each kubectl: a token's file%s", (ending) => {
  const home = folderWith({ [`.kube/cache/oidc-login/${"a".repeat(64)}${ending}/x`]: "" });
  expect(inShort(tokenCache(access, deployedCluster(), machine({ home, now })))).toEqual(["broken cache-unusable"]);
});

test("a cache that is no folder ends each kubectl too", () => {
  const home = folderWith({ ".kube/cache/oidc-login": "" });
  const [found] = tokenCache(access, deployedCluster(), machine({ home, now }));
  const folder = join(home, ".kube/cache/oidc-login");
  expect(found).toMatchObject({
    sentence: `kubelogin cannot use ${folder}, so kubectl gets no token. After sudo kubectl it belongs to root`,
    remedy: `sudo rm -r ${folder}; the next kubectl signs in again`,
  });
});

test("KUBECACHEDIR names another folder", () => {
  const folder = folderWith({ "oidc-login/a": cached({ exp: 1 }) });
  chmodSync(join(folder, "oidc-login/a"), 0o600);
  expect(look({ a: cached({}) }, 0o600, { KUBECACHEDIR: folder })).toEqual(["warning cache-expired"]);
});
