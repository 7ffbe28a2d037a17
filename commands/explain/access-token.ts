import { shown } from "../../config/text/shown";
import type { JsonNode } from "../../model/authentication/json-node";

/** Who takes access tokens, by `aud`: learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in */
const resources: ReadonlyMap<string, string> = new Map([
  ["00000003-0000-0000-c000-000000000000", "Microsoft Graph"],
  ["https://graph.microsoft.com", "Microsoft Graph"],
  ["https://management.azure.com", "Azure Resource Manager"],
  ["https://management.core.windows.net", "Azure Resource Manager"],
  ["6dae42f8-4368-4678-94ff-3960e28e3630", "AKS"],
]);

/** That a token is an access token, in a sentence; nothing of an ID token, which has neither of the claims that say so. */
export function accessTokenOf(claims: ReadonlyMap<string, JsonNode>): string | undefined {
  if (!["scp", "appid", "appidacr", "azpacr", "xms_tcdt"].some((claim) => claims.has(claim))) return undefined;
  const aud = claims.get("aud");
  const audience = aud?.kind === "string" ? aud.text.replace(/\/$/, "") : "another application";
  return `This is an access token for ${resources.get(audience) ?? shown(audience)}. A cluster takes ID tokens: pass the one that kubectl-oidc_login get-token prints, or use --login`;
}
