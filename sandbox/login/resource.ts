import { EntraError } from "./entra-error";
import { sameText } from "./same-text";
import type { SignIn } from "./sign-in";

const microsoftGraph = "00000003-0000-0000-c000-000000000000";

const openidScopes = ["openid", "profile", "email", "offline_access"];

/** Whether a scope names the application itself as the resource. [seen] GUIDs alone may: AADSTS90009 */
export function namesItself({ client }: Pick<SignIn, "client">, scope: string): boolean {
  return sameText(scope, `${client.application.appId}/.default`);
}

/** Client ID of what an access token is for; throws what Entra says of scopes that name another resource, or two. */
export function resourceOf(signIn: SignIn): string {
  const { appId, displayName } = signIn.client.application;
  // v1 has no scopes: it takes a parameter `resource`, which is not emulated.
  const scopes = signIn.version === 1 ? [] : signIn.scopes;
  const further = scopes.filter((scope) => !openidScopes.includes(scope.toLowerCase()));
  if (further.some((scope) => namesItself(signIn, scope))) {
    if (further.length === 1) return appId;
    // [doc: scopes-oidc]
    throw new EntraError(
      70011,
      "invalid_scope",
      `The provided value for the input parameter 'scope' is not valid. .default scope can't be combined with resource-specific scopes. (sandbox: ${further.join(" ")})`,
    );
  }
  if (further.some((scope) => scope.toLowerCase().startsWith(`api://${appId.toLowerCase()}`))) {
    // [seen]
    throw new EntraError(
      90009,
      "invalid_request",
      `Application '${appId}'(${displayName}) is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.`,
    );
  }
  const foreign = further.find((scope) => /\/[^/]*$/.test(scope) && !scope.startsWith("https://graph.microsoft.com/"));
  if (foreign === undefined) return microsoftGraph;
  // [seen]
  throw new EntraError(
    500011,
    "invalid_resource",
    `The resource principal named ${foreign.replace(/\/[^/]*$/, "")} was not found in the tenant. (sandbox: it knows Microsoft Graph and the application itself)`,
  );
}
