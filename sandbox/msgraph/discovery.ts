/** What providers read of Azure before they talk to Graph; its shape is that of go-azure-sdk's sdk/internal/metadata. [src] */
export function azureMetadata(url: string): object {
  return {
    portal: url,
    name: "Sandbox",
    graph: url,
    graphAudience: url,
    batch: `${url}/batch`,
    media: `${url}/media`,
    authentication: { loginEndpoint: url, audiences: [url], tenant: "common", identityProvider: "AAD" },
    resourceManager: url,
    microsoftGraphResourceId: url,
    suffixes: {},
    vmImageAliasDoc: "",
    sqlManagement: url,
    gallery: url,
  };
}

/** Where MSAL finds the token endpoint of a tenant. */
export function openidConfiguration(url: string, tenantId: string): object {
  return {
    issuer: `${url}/${tenantId}/v2.0`,
    token_endpoint: `${url}/${tenantId}/oauth2/v2.0/token`,
    authorization_endpoint: `${url}/${tenantId}/oauth2/v2.0/authorize`,
    token_endpoint_auth_methods_supported: ["client_secret_post"],
    response_types_supported: ["code"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

/** Which hosts MSAL may trust with the tokens of a tenant. */
export function instanceDiscovery(url: string, tenantId: string): object {
  const { host } = new URL(url);
  return {
    tenant_discovery_endpoint: `${url}/${tenantId}/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
