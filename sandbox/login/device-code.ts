import { randomBytes } from "node:crypto";
import { json } from "./answer";
import { findClient } from "./application";
import type { Authorization } from "./authorizations";
import { EntraError } from "./entra-error";
import type { Endpoint, Service } from "./service";
import { findUser } from "./user";

/** [doc: v2-oauth2-device-code] */
export const deviceCodeGrant = "urn:ietf:params:oauth:grant-type:device_code";

const livesSeconds = 900;

/** /devicecode: gives a code to any application; whether it may have one is asked at /token. [seen: azure-docs#31986] */
export const deviceCode: Endpoint = (service, { parameters, place }) => {
  const { directory, authorizations, tokens } = service;
  const { application } = findClient(directory, parameters.get("client_id") ?? "");
  const device_code = authorizations.grantDeviceCode({
    clientId: application.appId,
    scopes: (parameters.get("scope") ?? "openid").split(/\s+/).filter((scope) => scope !== ""),
    nonce: undefined,
    challenge: undefined,
    redirectUri: "",
    // Without a redirect this alone says what kind of client it is. [doc: reference-microsoft-graph-app-manifest]
    platform: application.isFallbackPublicClient === true ? "publicClient" : "web",
    version: place.version,
    issuer: service.issuerAt(place),
    since: tokens.now(),
  });
  const user_code = randomBytes(5).toString("hex").slice(0, 9).toUpperCase();
  const page = "https://microsoft.com/devicelogin";
  const message = `To sign in, use a web browser to open the page ${page} and enter the code ${user_code} to authenticate.`;
  const codes = { user_code, device_code, message };
  // [seen: azure-docs#33126] no verification_uri_complete. [seen: pam_aad's log] v1 has another name, and numbers as text
  if (place.version === 2) {
    return json(200, { ...codes, verification_uri: page, expires_in: livesSeconds, interval: 5 });
  }
  return json(200, { ...codes, verification_url: page, expires_in: String(livesSeconds), interval: "5" });
};

/**
 * What a device code stands for once somebody has entered it: whoever is signed in, at once, since there is no page for it.
 *
 * @returns `undefined` for a code that was never given
 */
export function authorizationOfDevice(service: Service, code: string): Authorization | undefined {
  const { authorizations, tokens, directory, person } = service;
  const device = authorizations.ofDeviceCode(code);
  if (device === undefined) return undefined;
  if (tokens.now() - device.since > livesSeconds * 1000) {
    // [doc: v2-oauth2-device-code] expired_token. [guess] its number, which others' tests have
    throw new EntraError(
      70020,
      "expired_token",
      "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
    );
  }
  if (person === undefined) {
    // [seen: learn.microsoft.com/answers/questions/981553]
    throw new EntraError(
      70016,
      "authorization_pending",
      "The provided request has not yet been authorized by the user. The user must input their code.",
    );
  }
  return { ...device, userId: findUser(directory, person).id };
}
