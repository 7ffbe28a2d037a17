import { decodeJwt } from "jose";
import { Browser } from "./browser";
import { claimsOf } from "./claims-of";
import { runningEntra, type RunningEntra } from "./running-entra";
import { clientId, consent, realV1, sampleDirectory } from "./sample-directory";

const openid = ["openid", "profile", "offline_access"];
const itself = `${clientId}/.default`;
const refused = (number: number) => expect.objectContaining({ number }) as Error;
const asking = (...scopes: readonly string[]) => claimsOf(sampleDirectory(), "ada", { scopes: [...openid, ...scopes] });

test("an application may ask for itself by its GUID, and the ID token stays the same", () => {
  expect(asking(itself)).toMatchObject({ aud: clientId, oid: "id-ada" });
});

test("a token for itself takes consent to User.Read", () => {
  const directory = sampleDirectory({
    collections: { oauth2PermissionGrants: [consent({ scope: openid.join(" ") })] },
  });
  expect(() => claimsOf(directory, "ada", { scopes: [...openid, itself] })).toThrow(
    "(sandbox: not consented: User.Read)",
  );
});

test("itself by its URI (90009), beside another scope (70011), and an unknown resource (500011) are refused", () => {
  expect(() => asking(`api://${clientId}/.default`)).toThrow(refused(90009));
  expect(() => asking(itself, "User.Read")).toThrow(refused(70011));
  expect(() => asking("22222222-2222-2222-2222-222222222222/.default")).toThrow(refused(500011));
});

test("v1 does not look at scopes", () => {
  expect(claimsOf(sampleDirectory(), "ada", { issuer: realV1, scopes: ["openid", "x/.default"] })).toMatchObject({
    aud: clientId,
  });
});

let running: RunningEntra | undefined;
afterAll(() => running?.entra.close());

test("the access token is for what was asked for", async () => {
  running = await runningEntra(sampleDirectory());
  const browser = new Browser(running);
  const audience = async (scope: string) => {
    const { redeemable } = await browser.authorize({ scope });
    const { access_token } = (await browser.redeem(redeemable)) as unknown as { access_token: string };
    return decodeJwt(access_token).aud;
  };
  expect(await audience("openid profile")).toBe("00000003-0000-0000-c000-000000000000");
  expect(await audience(`openid profile ${itself}`)).toBe(clientId);
});
