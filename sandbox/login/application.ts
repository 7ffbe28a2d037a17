import type { DirectoryView, GraphObject } from "../msgraph/directory-view";
import { EntraError } from "./entra-error";
import { sameText } from "./same-text";

/** An entry of `optionalClaims.idToken`. */
export interface OptionalClaim {
  readonly name: string;
  readonly additionalProperties: readonly string[] | null | undefined;
}

interface Redirects {
  readonly redirectUris: readonly string[] | null | undefined;
}

/** An application of Microsoft Graph, as far as signing in reads it. */
export interface Application extends GraphObject {
  readonly appId: string;
  readonly displayName: string;
  readonly groupMembershipClaims: string | null | undefined;
  readonly optionalClaims: { readonly idToken: readonly OptionalClaim[] | null | undefined } | null | undefined;
  readonly api: { readonly acceptMappedClaims: boolean | null | undefined } | null | undefined;
  readonly isFallbackPublicClient: boolean | null | undefined;
  readonly publicClient: Redirects | null | undefined;
  readonly web: Redirects | null | undefined;
  readonly spa: Redirects | null | undefined;
}

/** The same application as its tenant sees it. */
export interface ServicePrincipal extends GraphObject {
  readonly appId: string;
  readonly accountEnabled: boolean | null | undefined;
  readonly appRoleAssignmentRequired: boolean | null | undefined;
  readonly appRoles: readonly { readonly id: string; readonly value: string | null }[] | null | undefined;
}

/** What people sign in to. */
export interface Client {
  readonly application: Application;
  readonly servicePrincipal: ServicePrincipal;
}

/** The application with this client ID; it counts only with its service principal. */
export function findClient(directory: DirectoryView, clientId: string): Client {
  const has = ({ appId }: { readonly appId: string }) => sameText(appId, clientId);
  const application = (directory.all("applications") as readonly Application[]).find(has);
  const servicePrincipal = (directory.all("servicePrincipals") as readonly ServicePrincipal[]).find(has);
  if (application === undefined || servicePrincipal === undefined) {
    // [seen]
    throw new EntraError(
      700016,
      "unauthorized_client",
      `Application with identifier '${clientId}' was not found in the directory '${directory.tenant.displayName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
    );
  }
  return { application, servicePrincipal };
}

/** The optional claim that an application asks for in its ID tokens. */
export function optionalClaim({ optionalClaims }: Application, name: string): OptionalClaim | undefined {
  return optionalClaims?.idToken?.find((claim) => claim.name === name);
}
