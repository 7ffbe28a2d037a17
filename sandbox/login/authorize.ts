import { randomUUID } from "node:crypto";
import { redirect, refusalPage } from "./answer";
import { findClient, type Client } from "./application";
import { EntraError } from "./entra-error";
import { platformOf, type Platform } from "./platform";
import type { Endpoint, EndpointRequest, Service } from "./service";
import { checkSignIn } from "./sign-in-rules";
import { findUser } from "./user";

interface Asking extends EndpointRequest {
  readonly client: Client;
  readonly redirectUri: string;
  readonly platform: Platform;
}

/** /authorize without a page: signs in whom `login_hint` names, at once, and leads back with a code. */
export const authorize: Endpoint = (service, request) => {
  const { parameters } = request;
  try {
    const client = findClient(service.directory, parameters.get("client_id") ?? "");
    const redirectUri = parameters.get("redirect_uri") ?? "";
    const platform = platformOf(client.application, redirectUri);
    return redirectBack(service, { ...request, client, redirectUri, platform });
  } catch (error) {
    // As long as the redirect URI is not known to be right, nobody is led there. [doc: RFC 6749, 4.1.2.1]
    if (error instanceof EntraError) return refusalPage(error);
    throw error;
  }
};

function redirectBack(service: Service, asking: Asking) {
  const { redirectUri, parameters } = asking;
  const state = parameters.get("state");
  try {
    return redirect(redirectUri, { code: codeFor(service, asking), state, session_state: randomUUID() });
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    return redirect(redirectUri, { error: redirectedError(error), error_description: error.message, state });
  }
}

/** [guess] for 50105 and 65001 the real service mostly stops on a page of its own; a redirect lets a waiting client end */
function redirectedError({ number, error }: EntraError): string {
  if (number === 65001) return "consent_required";
  return number === 50105 ? "access_denied" : error;
}

function codeFor(service: Service, asking: Asking): string {
  checkParameters(asking);
  const { parameters, place, client, redirectUri, platform } = asking;
  const scopes = (parameters.get("scope") ?? "openid").split(/\s+/).filter((scope) => scope !== "");
  const user = findUser(service.directory, whoSignsIn(service, asking));
  checkSignIn(service.directory, { client, user, scopes, version: place.version });
  return service.authorizations.grantCode({
    clientId: client.application.appId,
    userId: user.id,
    scopes,
    nonce: parameters.get("nonce") ?? undefined,
    challenge: given(parameters, "code_challenge"),
    redirectUri,
    platform,
    version: place.version,
    issuer: service.issuerAt(place),
    since: service.tokens.now(),
  });
}

function checkParameters({ parameters, platform }: Asking): void {
  const responseType = parameters.get("response_type") ?? "";
  const challenge = given(parameters, "code_challenge");
  if (responseType !== "code") {
    throw new EntraError(
      700054,
      "unsupported_response_type",
      `response_type '${responseType}' is not enabled for the application. (sandbox: only 'code')`,
    );
  }
  if (challenge !== undefined && parameters.get("code_challenge_method") !== "S256") {
    throw new EntraError(9002313, "invalid_request", "Invalid request. (sandbox: only code_challenge_method S256)");
  }
  if (platform === "spa" && challenge === undefined) {
    // [seen]
    throw new EntraError(
      9002325,
      "invalid_request",
      "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
    );
  }
}

function whoSignsIn({ person }: Service, { parameters }: Asking): string {
  const name = given(parameters, "login_hint") ?? person;
  if (name !== undefined) return name;
  throw new EntraError(
    50058,
    "login_required",
    'A silent sign-in request was sent but no user is signed in. (sandbox: give login_hint, or POST {"user":…} to /__login)',
  );
}

function given(parameters: URLSearchParams, name: string): string | undefined {
  const value = parameters.get(name);
  return value === null || value === "" ? undefined : value;
}
