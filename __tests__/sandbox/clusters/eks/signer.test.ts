import { assumed } from "./assumed";
import { credentials, EksClient } from "./eks-client";
import { scopeOf, signed } from "./signing";

let eks: EksClient;
beforeAll(async () => {
  eks = await EksClient.start();
});
afterAll(() => eks.server.close());

test.each([
  ["nobody has signed", null, "not signed"],
  ["an unknown key has signed", { ...credentials, accessKeyId: "AKIAOTHER" }, "unknown access key AKIAOTHER"],
  ["another secret has signed", { ...credentials, secretAccessKey: "guess" }, "the signature is not one"],
  ["a session token is not of", { ...credentials, sessionToken: "guess" }, "the session token is not the one of AKIA"],
])("a request that %s is refused by EKS and by STS", async (_, key, message) => {
  expect(await eks.ask("GET", "/clusters", undefined, key)).toMatchObject({
    status: 403,
    type: "UnrecognizedClientException",
    body: { message: expect.stringContaining(message) as string },
  });
  const sts = await eks.ask("POST", "/", "Action=GetCallerIdentity&Version=2011-06-15", key);
  expect(sts.status).toBe(403);
  expect(sts.text).toContain(`<Code>InvalidClientTokenId</Code><Message>${message}`);
});

test("a signature is for one request, and for 15 minutes", async () => {
  const url = new URL(`${eks.server.url}/clusters`);
  const send = (headers: Record<string, string>, to = url) => eks.send("GET", to, undefined, headers);
  expect((await send(signed("GET", url, "", credentials))).status).toBe(200);
  expect((await send(signed("GET", url, "", credentials), new URL(`${url.href}?maxResults=1`))).status).toBe(403);
  expect((await send(signed("GET", url, "other", credentials))).status).toBe(403);
  expect((await send(signed("GET", url, "", credentials, scopeOf("eks", 14 * 60)))).status).toBe(200);
  expect((await send(signed("GET", url, "", credentials, scopeOf("eks", 16 * 60)))).body.message).toContain("expired");
});

test("temporary credentials are nothing without their session token, and end", async () => {
  const { accessKeyId, secretAccessKey } = await assumed(eks);
  const incomplete = { accessKeyId, secretAccessKey };
  expect((await eks.ask("GET", "/clusters", undefined, incomplete)).body.message).toContain("the session token is not");
  const role = await assumed(eks, { DurationSeconds: "900" });
  const now = Date.now();
  const clock = jest.spyOn(Date, "now").mockReturnValue(now + 901_000);
  try {
    const url = new URL(`${eks.server.url}/clusters`);
    const { body } = await eks.send("GET", url, undefined, signed("GET", url, "", role));
    expect(body.message).toContain(`the credentials of ${role.accessKeyId} have expired`);
  } finally {
    clock.mockRestore();
  }
});
