import { redirectUris, secretOf } from "../../../model/portal/portal";

const at = (version: "3.12" | "3.13", url = "https://Portal.example.com:443") => redirectUris({ version, url });

test("people come back to the callback of their portal, and to the portal itself", () => {
  expect(at("3.12")).toEqual(["https://portal.example.com/oidc-callback", "https://portal.example.com/"]);
  expect(at("3.13")).toEqual(["https://portal.example.com/auth/callback", "https://portal.example.com/"]);
  expect(at("3.13", "https://portal.example.com:8443")[0]).toBe("https://portal.example.com:8443/auth/callback");
});

test("each chart reads a Secret of its own", () => {
  expect(secretOf({ version: "3.12" })).toEqual({
    name: "keycloak-client-headlamp-secret",
    clientSecretKey: "clientSecret",
  });
  expect(secretOf({ version: "3.13" })).toEqual({
    name: "portal-secret",
    clientSecretKey: "OIDC_CLIENT_SECRET",
    serverSecretKey: "SERVER_SECRET",
  });
});
