import { json } from "./answer";
import { issuerHosts } from "./issuer";
import type { Endpoint } from "./service";

/** The discovery document, as the real ones are: `code_challenge_methods_supported` is not in them. [seen] */
export const discovery: Endpoint = (service, { place }) => {
  const tenant = `${place.base}/${service.directory.tenant.id}`;
  const version = place.version === 2 ? "/v2.0" : "";
  return json(200, {
    token_endpoint: `${tenant}/oauth2${version}/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
    jwks_uri: `${tenant}/discovery${version}/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: service.issuerAt(place),
    request_uri_parameter_supported: false,
    userinfo_endpoint: "https://graph.microsoft.com/oidc/userinfo",
    authorization_endpoint: `${tenant}/oauth2${version}/authorize`,
    device_authorization_endpoint: `${tenant}/oauth2${version}/devicecode`,
    end_session_endpoint: `${tenant}/oauth2${version}/logout`,
    claims_supported: [
      ...["sub", "iss", "cloud_instance_name", "aud", "exp", "iat", "auth_time", "acr", "nonce"],
      ...["preferred_username", "name", "tid", "ver", "at_hash", "c_hash", "email"],
    ],
  });
};

/** The key set that tokens are verified with. */
export const keys: Endpoint = async ({ tokens }) => json(200, { keys: await tokens.publishedKeys() });

/** MSAL and azidentity ask first whether the host is Microsoft's. */
export const instanceDiscovery: Endpoint = ({ directory }, { place }) => {
  const [network = ""] = issuerHosts;
  return json(200, {
    "api-version": "1.1",
    tenant_discovery_endpoint: `${place.base}/${directory.tenant.id}/v2.0/.well-known/openid-configuration`,
    metadata: [
      {
        preferred_network: network,
        preferred_cache: "login.windows.net",
        aliases: [network, "login.windows.net", "sts.windows.net"],
      },
    ],
  });
};
