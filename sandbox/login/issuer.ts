/** Which of Entra's endpoints: v1 (`/oauth2/token`) or v2 (`/oauth2/v2.0/token`). */
export type Version = 1 | 2;

/** The hosts that real issuers are on. */
export const issuerHosts: readonly string[] = ["login.microsoftonline.com", "sts.windows.net"];

export interface IssuerProps {
  readonly tenantId: string;
  readonly version: Version;
  /** URL of the emulated Entra for its own issuer; `undefined` for the real one. */
  readonly localUrl: string | undefined;
}

/** The `iss` of a tenant's tokens, to the letter: v1 ends in a slash, v2 does not. [doc: access-tokens] */
export function issuerOf({ tenantId, version, localUrl }: IssuerProps): string {
  const own = localUrl ?? (version === 1 ? "https://sts.windows.net" : "https://login.microsoftonline.com");
  return version === 1 ? `${own}/${tenantId}/` : `${own}/${tenantId}/v2.0`;
}

/** Where the emulated Entra serves the discovery document of a real issuer; `undefined` if the issuer is not Entra's. */
export function localDiscoveryUrl(issuer: string, localUrl: string): string | undefined {
  if (!URL.canParse(issuer)) return undefined;
  const { host, pathname } = new URL(issuer);
  if (!issuerHosts.includes(host)) return undefined;
  return `${localUrl}/${host}${pathname.replace(/\/$/, "")}/.well-known/openid-configuration`;
}
