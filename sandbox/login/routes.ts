import { json, refusal, type Answer } from "./answer";
import { authorize } from "./authorize";
import { deviceCode } from "./device-code";
import { discovery, instanceDiscovery, keys } from "./discovery";
import { EntraError } from "./entra-error";
import { passOn } from "./forward";
import type { Incoming } from "./incoming";
import { loginSwitch } from "./login-switch";
import { checkTenant, placeOf } from "./place";
import type { Endpoint, EndpointRequest, Service } from "./service";
import { token } from "./token-endpoint";

/** An answer, and the route that gave it. */
export interface Routed {
  readonly route: string | undefined;
  readonly answer: Answer;
}

/** Method and path behind the tenant, of everything that is emulated. */
const endpoints: Readonly<Record<string, Endpoint>> = {
  "GET /.well-known/openid-configuration": discovery,
  "GET /v2.0/.well-known/openid-configuration": discovery,
  "GET /discovery/instance": instanceDiscovery,
  "GET /discovery/keys": keys,
  "GET /discovery/v2.0/keys": keys,
  "GET /oauth2/authorize": authorize,
  "GET /oauth2/v2.0/authorize": authorize,
  "POST /oauth2/authorize": authorize,
  "POST /oauth2/v2.0/authorize": authorize,
  "POST /oauth2/devicecode": deviceCode,
  "POST /oauth2/v2.0/devicecode": deviceCode,
  "POST /oauth2/token": token,
  "POST /oauth2/v2.0/token": token,
};

/** Finds who answers a request, and lets them; nobody is a 404 that says so. */
export async function route(service: Service, incoming: Incoming): Promise<Routed> {
  const { method, url, body } = incoming;
  if (url.hostname === "graph.microsoft.com") {
    return { route: "https://graph.microsoft.com/{}", answer: await passOn(service.forward, incoming) };
  }
  if (url.pathname === "/__login") return { route: "/__login", answer: loginSwitch(service, incoming) };
  const place = placeOf(url, service.url());
  const endpoint = endpoints[`${method} ${place.path}`];
  if (endpoint === undefined) return { route: undefined, answer: nothingHere(incoming) };
  const parameters = method === "POST" ? new URLSearchParams(body) : url.searchParams;
  const answer = await answerOf(endpoint, service, { incoming, place, parameters });
  return { route: `/{}${place.path}`, answer };
}

async function answerOf(endpoint: Endpoint, service: Service, request: EndpointRequest): Promise<Answer> {
  try {
    checkTenant(service.directory.tenant, request.place.tenant);
    return await endpoint(service, request);
  } catch (error) {
    if (error instanceof EntraError) return refusal(error, service.tokens.now());
    throw error;
  }
}

function nothingHere({ method, url }: Incoming): Answer {
  return json(404, {
    error: "not_found",
    error_description: `The emulated Entra has nothing at ${method} ${url.host}${url.pathname}`,
  });
}
