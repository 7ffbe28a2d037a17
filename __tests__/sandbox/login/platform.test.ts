import { findClient } from "../../../sandbox/login/application";
import { platformOf } from "../../../sandbox/login/platform";
import { clientId, sampleDirectory } from "./sample-directory";

const platform = (uri: string, application = {}) =>
  platformOf(findClient(sampleDirectory({ application }), clientId).application, uri);

test("the port of http://localhost is ignored", () => {
  expect(platform("http://localhost:8000")).toBe("publicClient");
  expect(platform("http://localhost:18000/")).toBe("publicClient");
});

test("the platform is the one that the redirect URI is registered for", () => {
  expect(platform("https://portal.contoso.com/auth/callback")).toBe("web");
  expect(platform("https://spa.contoso.com/")).toBe("spa");
});

test("a redirect URI with the same port wins over one without", () => {
  expect(platform("http://localhost:8000", { web: { redirectUris: ["http://localhost:8000"] } })).toBe("web");
});

test.each([
  "http://127.0.0.1:8000",
  "https://portal.contoso.com:444/auth/callback",
  "http://localhost:8000/callback",
  "https://localhost",
  "https://fabrikam.com",
  "",
])("a wrong redirect URI is refused (50011): %p", (uri) => {
  expect(() => platform(uri)).toThrow(`AADSTS50011: The redirect URI '${uri}' specified in the request does not match`);
});
