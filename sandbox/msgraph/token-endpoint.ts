import type { AccessTokens } from "./access-tokens";
import { refusalOf } from "./client-assertion";
import type { Directory } from "./directory";
import type { Answer } from "./graph-request";
import { newId } from "./identifier";
import { rightNow } from "./instant";
import { sameText } from "./json";
import { directoryRoles } from "../../model/permissions/directory-roles";

/** Where applications get tokens: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export class TokenEndpoint {
  constructor(
    private readonly directory: Directory,
    private readonly tokens: AccessTokens,
    private readonly url: string,
  ) {}

  /** Answers a form that asks for a token of a tenant. */
  answer(tenantName: string, form: URLSearchParams): Answer {
    const { tenant, store } = this.directory;
    if (![tenant.id, "common", "organizations", ...tenant.domains].some((name) => sameText(name, tenantName))) {
      return refusal(400, "invalid_request", 90002, `Tenant '${tenantName}' not found.`);
    }
    const grant = form.get("grant_type") ?? "";
    if (grant !== "client_credentials") {
      return refusal(400, "unsupported_grant_type", 70003, `The app requested an unsupported grant type '${grant}'.`);
    }
    const clientId = form.get("client_id") ?? "";
    const named = [...store.all("applications"), ...store.all("servicePrincipals")].filter(({ data }) =>
      sameText(data["appId"], clientId),
    );
    const servicePrincipal = named.find(({ collection }) => collection === "servicePrincipals");
    if (named.length < 2 || servicePrincipal === undefined) {
      const message = `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'.`;
      return refusal(400, "unauthorized_client", 700016, message);
    }
    const assertion = form.get("client_assertion");
    if (assertion !== null && sameText(clientId, this.directory.deployer.clientId)) {
      const wrong = refusalOf(assertion, this.directory.deployer, tenant.id);
      if (wrong !== undefined) return refusal(401, "invalid_client", wrong.code, wrong.message);
    } else if (!this.directory.isSecret(clientId, form.get("client_secret") ?? "")) {
      const message = `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`;
      return refusal(401, "invalid_client", 7000215, message);
    }
    return {
      status: 200,
      body: this.tokens.issue(this.claims(clientId, servicePrincipal.id, form.get("scope") ?? "")),
    };
  }

  private claims(clientId: string, objectId: string, scope: string) {
    const graph = scope.includes(this.url) || scope.includes("graph.microsoft.com");
    const { deployer, rights } = this.directory;
    // An application that was given no permission has none.
    const held = sameText(clientId, deployer.clientId) ? rights : { permissions: [], directoryRoles: [] };
    return {
      iss: `${this.url}/${this.directory.tenant.id}/v2.0`,
      tid: this.directory.tenant.id,
      ver: "2.0",
      aud: graph ? this.url : scope.replace(/\/\.default$/, ""),
      appid: clientId,
      azp: clientId,
      idtyp: "app",
      oid: objectId,
      sub: objectId,
      // [doc] learn.microsoft.com/entra/identity-platform/access-token-claims-reference; [guess] `wids` of an application
      roles: held.permissions,
      wids: Object.entries(directoryRoles).flatMap(([name, id]) => (held.directoryRoles.includes(name) ? [id] : [])),
    };
  }
}

/** An OAuth error as Entra writes it. [seen] */
function refusal(status: number, error: string, code: number, message: string): Answer {
  const [timestamp, trace_id, correlation_id] = [rightNow(), newId(), newId()];
  const error_description = `AADSTS${code}: ${message} Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`;
  return { status, body: { error, error_description, error_codes: [code], timestamp, trace_id, correlation_id } };
}
