import { json } from "./answer";
import { findClient } from "./application";
import { checkCredential, credentialOf } from "./client-credential";
import { redeemCode } from "./code-redemption";
import { authorizationOfDevice, deviceCodeGrant } from "./device-code";
import { EntraError } from "./entra-error";
import { passOn } from "./forward";
import { resourceOf } from "./resource";
import type { Endpoint, Service } from "./service";
import type { Authorization } from "./authorizations";
import type { SignIn } from "./sign-in";
import { checkSignIn } from "./sign-in-rules";
import { findUser } from "./user";

const ofPeople = ["authorization_code", "refresh_token", deviceCodeGrant];

/** /token: people's tokens for a code, a device code or a refresh token; every other grant is passed on. */
export const token: Endpoint = async (service, request) => {
  const { parameters, place, incoming } = request;
  const { directory, authorizations, tokens } = service;
  const grant = parameters.get("grant_type") ?? "";
  if (!ofPeople.includes(grant)) {
    return passOn(service.forward, incoming, `/${place.tenant}${place.path}`);
  }
  const refreshed = grant === "refresh_token";
  const credential = credentialOf(request);
  const client = findClient(directory, credential.clientId ?? "");
  const authorization = authorizationOf(service, grant, parameters);
  checkAuthorization(authorization, client.application.appId);
  checkCredential(directory, client.application, authorization.platform, credential);
  if (grant === "authorization_code") redeemCode(service, authorization, parameters);
  const user = findUser(directory, authorization.userId);
  const { scopes, version, issuer, nonce } = authorization;
  const signIn = { client, user, scopes, version };
  checkSignIn(directory, signIn);
  authorizations.redeem(parameters.get("device_code") ?? "");
  const first = nonce === undefined || refreshed ? {} : { nonce };
  const openid = version === 1 || scopes.includes("openid");
  const idToken = openid ? { id_token: await tokens.issue(signIn, { issuer, refreshed, ...first }) } : {};
  return json(200, {
    token_type: "Bearer",
    scope: scopes.filter((scope) => scope !== "offline_access").join(" "),
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: await accessToken(service, signIn, issuer),
    ...idToken,
    ...refreshToken(service, authorization),
  });
};

function authorizationOf(service: Service, grant: string, parameters: URLSearchParams): Authorization | undefined {
  const { authorizations } = service;
  if (grant === "refresh_token") return authorizations.ofRefreshToken(parameters.get("refresh_token") ?? "");
  if (grant === deviceCodeGrant) return authorizationOfDevice(service, parameters.get("device_code") ?? "");
  return authorizations.ofCode(parameters.get("code") ?? "");
}

function checkAuthorization(
  authorization: Authorization | undefined,
  clientId: string,
): asserts authorization is Authorization {
  if (authorization === undefined) {
    throw new EntraError(
      9002313,
      "invalid_grant",
      "Invalid request. Request is malformed or invalid. (sandbox: unknown code or refresh token)",
    );
  }
  if (authorization.clientId !== clientId) {
    throw new EntraError(
      700005,
      "invalid_grant",
      "Provided Authorization Code is intended to use against other tenant or application, thus rejected.",
    );
  }
}

/** On v2 only for offline_access. [doc: scopes-oidc] */
function refreshToken({ authorizations }: Service, authorization: Authorization) {
  const wanted = authorization.version === 1 || authorization.scopes.includes("offline_access");
  return wanted ? { refresh_token: authorizations.grantRefreshToken(authorization) } : {};
}

/** Nothing of a cluster looks at it. */
function accessToken({ directory, tokens }: Service, signIn: SignIn, issuer: string) {
  const { client, user, scopes } = signIn;
  const now = Math.floor(tokens.now() / 1000);
  return tokens.sign({
    aud: resourceOf(signIn),
    iss: issuer,
    iat: now - 300,
    nbf: now - 300,
    exp: now + 3600,
    oid: user.id,
    tid: directory.tenant.id,
    scp: scopes.join(" "),
    appid: client.application.appId,
  });
}
