import type { RequestListener } from "node:http";
import { issuer } from "../../../commands/doctor/issuer";
import type { Surroundings } from "../../../commands/doctor/surroundings";
import { accessOf, tenant, withGrants } from "../../access-text";
import { deployed } from "../deployed";
import { runningEntra } from "../../sandbox/login/running-entra";
import { Directory } from "../../../sandbox/msgraph/directory";
import { seed } from "../../sandbox/msgraph/client";
import { httpsServer, leadingTo } from "./https-server";
import { inShort, machine } from "./machine";

const access = accessOf(withGrants("[]"));
const discovery = { issuer: deployed.issuer, jwks_uri: "https://login.microsoftonline.com/keys" };

const answering =
  (document: object | string, keys: object = { keys: [{}] }, status = 200): RequestListener =>
  ({ url }, response) => {
    response.statusCode = status;
    response.end(typeof document === "string" ? document : JSON.stringify(url === "/keys" ? keys : document));
  };

async function look(answer: RequestListener, over: Partial<Surroundings> = {}) {
  const { port, ca } = await httpsServer(answer);
  return issuer(access, machine({ env: await leadingTo(port, ca), ...over }));
}

test.each(["v1", "v2"])("Entra's %s issuer, its keys and its clock are fine", async (version) => {
  const { entra, ca } = await runningEntra(new Directory(seed));
  try {
    const { port } = new URL(entra.url);
    const file = accessOf(`${withGrants("[]")}\nlogin: { issuer: ${version} }\n`);
    const found = await issuer(file, machine({ env: await leadingTo(Number(port), ca) }));
    expect(inShort(found)).toEqual(["fine issuer", "fine issuer-keys", "fine clock"]);
  } finally {
    await entra.close();
  }
});

test("an issuer that differs in one letter is broken", async () => {
  const found = await look(answering({ ...discovery, issuer: `${deployed.issuer}/` }));
  expect(inShort(found)).toEqual(["broken issuer-other", "fine clock"]);
  expect(found[0]?.sentence).toContain(
    `the issuer is ${deployed.issuer}/, and the access file says ${deployed.issuer}`,
  );
});

test.each([
  ["no key", answering(discovery, { keys: [] }), "broken issuer-keys"],
  [
    "keys at no https address",
    answering({ ...discovery, jwks_uri: "http://login.microsoftonline.com/keys" }),
    "broken issuer-keys",
  ],
  [
    "no tenant",
    answering('{"error":"invalid_tenant","error_description":"AADSTS90002: Tenant"}', {}, 400),
    "broken issuer-no-tenant",
  ],
  ["a page of somebody else", answering("<html>Welcome</html>"), "broken issuer-no-discovery"],
  ["a server that is busy", answering("", {}, 503), "not-looked-at issuer"],
])("%s is found", async (_, answer, short) => {
  expect(inShort(await look(answer))).toContain(short);
});

test.each([
  [59_000, "fine clock"],
  [62_000, "warning clock-wrong"],
  [-62_000, "warning clock-wrong"],
  [302_000, "broken clock-wrong"],
])("a clock that is %d ms off is judged", async (ms, short) => {
  const found = await look(answering(discovery), { now: () => Date.now() + ms });
  expect(inShort(found).at(-1)).toBe(short);
});

test("a machine that is behind is told so", async () => {
  const found = await look(answering(discovery), { now: () => Date.now() - 600_000 });
  expect(found.at(-1)?.sentence).toBe(
    "The clock of this machine is 10 minutes behind that of login.microsoftonline.com",
  );
});

test("a certificate that Node.js does not trust is a warning: Terraform and kubectl may", async () => {
  expect(inShort(await look(answering(discovery), { env: {} }))).toEqual(["warning issuer-untrusted"]);
});

test("a proxy that refuses is not taken for the issuer", async () => {
  await leadingTo(1, "");
  const [found] = await issuer({ ...access, login: { ...access.login, issuer: "v2" }, tenant }, machine({ env: {} }));
  expect(found).toMatchObject({ severity: "broken", id: "issuer-unreachable" });
});

test("an issuer that does not answer in time is broken, and nothing waits for it", async () => {
  const found = await look(() => undefined, { limit: () => AbortSignal.abort() });
  expect(found).toMatchObject([{ id: "issuer-unreachable", sentence: expect.stringContaining("in time") as string }]);
});
