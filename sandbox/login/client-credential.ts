import type { DirectoryView } from "../msgraph/directory-view";
import type { Application } from "./application";
import { EntraError } from "./entra-error";
import type { Platform } from "./platform";
import type { EndpointRequest } from "./service";

/** What a client says of itself at /token. */
export interface ClientCredential {
  readonly clientId: string | undefined;
  readonly secret: string | undefined;
  /** Whether it sent a signed assertion; that is not looked into. */
  readonly assertion: boolean;
  /** Whether a page in a browser sent it. */
  readonly crossOrigin: boolean;
}

/** Reads it from the form or from HTTP Basic. */
export function credentialOf({ parameters, incoming: { headers } }: EndpointRequest): ClientCredential {
  const [, encoded = ""] = /^Basic (.+)$/.exec(headers["authorization"] ?? "") ?? [];
  const [basicId, ...basicSecret] = Buffer.from(encoded, "base64").toString().split(":");
  return {
    clientId: parameters.get("client_id") ?? decodeURIComponent(basicId ?? ""),
    secret: filled(parameters.get("client_secret") ?? decodeURIComponent(basicSecret.join(":"))),
    assertion: filled(parameters.get("client_assertion")) !== undefined,
    crossOrigin: headers["origin"] !== undefined,
  };
}

function filled(value: string | null): string | undefined {
  return value === null || value === "" ? undefined : value;
}

/** Refuses a credential that does not fit the platform that the code was given for. */
export function checkCredential(
  directory: DirectoryView,
  { appId }: Application,
  platform: Platform,
  { secret, assertion, crossOrigin }: ClientCredential,
): void {
  const presented = secret !== undefined || assertion;
  if (platform === "web" && !presented) {
    // [seen]
    throw new EntraError(
      7000218,
      "invalid_client",
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  if (platform === "publicClient" && presented) {
    // [seen]
    throw new EntraError(
      700025,
      "invalid_client",
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    );
  }
  if (platform === "spa" && !crossOrigin) {
    // [seen]
    throw new EntraError(
      9002327,
      "invalid_request",
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  if (secret !== undefined && !directory.isSecret(appId, secret)) {
    // [seen]
    throw new EntraError(
      7000215,
      "invalid_client",
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
    );
  }
}
