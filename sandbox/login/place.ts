import type { Tenant } from "../msgraph/directory-view";
import { EntraError } from "./entra-error";
import { issuerHosts, type Version } from "./issuer";
import { microsoftHosts } from "./proxy";

/** Where a URL leads: which tenant's which endpoint, and by which of the three ways. */
export interface Place {
  /** What the tenant's endpoints begin with, for whoever came this way. */
  readonly base: string;
  /** The tenant as the URL names it. */
  readonly tenant: string;
  /** The rest of the path, with its slash. */
  readonly path: string;
  readonly version: Version;
  /** Whether tokens name the emulated Entra as their issuer, not the real one. */
  readonly local: boolean;
}

/**
 * Finds the place of a URL. `https://localhost/<tenant>/…` is the local issuer, `https://localhost/<real host>/<tenant>/…`
 * and `https://<real host>/<tenant>/…` are the real one.
 */
export function placeOf({ hostname, pathname }: URL, localUrl: string): Place {
  const segments = pathname.split("/").filter((segment) => segment !== "");
  const [first = ""] = segments;
  const throughProxy = microsoftHosts.includes(hostname);
  const named = !throughProxy && issuerHosts.includes(first);
  const [tenant = "", ...rest] = named ? segments.slice(1) : segments;
  return {
    base: throughProxy ? `https://${endpointHost(hostname)}` : named ? `${localUrl}/${first}` : localUrl,
    tenant,
    path: `/${rest.join("/")}`,
    version: rest.includes("v2.0") ? 2 : 1,
    local: !throughProxy && !named,
  };
}

/** Endpoints are never on sts, only its issuer is. [doc: access-tokens] */
function endpointHost(host: string): string {
  return host === "sts.windows.net" ? "login.microsoftonline.com" : host;
}

/** Refuses the name of another tenant. */
export function checkTenant({ id, domains }: Tenant, name: string): void {
  if ([id, "common", "organizations", ...domains].some((known) => known.toLowerCase() === name.toLowerCase())) return;
  // [seen]
  throw new EntraError(
    90002,
    "invalid_tenant",
    `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}
