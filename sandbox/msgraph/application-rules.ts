import type { GraphObject } from "./directory-view";
import { badRequest, GraphError, invalidValue, valueRequired } from "./graph-error";
import { isUuid } from "./identifier";
import { type JsonObject, objectAt, objectsAt, sameText, textAt, textsAt } from "./json";
import { isRedirectUri, type RedirectKind } from "./redirect-uri";
import type { Store } from "./store";

const audiences = [
  "AzureADMyOrg",
  "AzureADMultipleOrgs",
  "AzureADandPersonalMicrosoftAccount",
  "PersonalMicrosoftAccount",
];
const groupClaims = ["None", "SecurityGroup", "DirectoryRole", "ApplicationGroup", "All"];
const redirectKinds: readonly RedirectKind[] = ["web", "spa", "publicClient"];

/** Checks an application as it would become. */
export function checkApplication(store: Store, application: GraphObject): void {
  const invalid = (property: string) => invalidValue(property, "Application");
  if (textAt(application, "displayName") === "") throw valueRequired("displayName", "Application");
  for (const kind of redirectKinds) {
    const uris = textsAt(objectAt(application, kind), "redirectUris");
    const unique = new Set(uris).size === uris.length;
    // [seen] the wording: microsoftgraph/msgraph-sdk-powershell#3149
    if (uris.length > 256 || !unique || !uris.every((uri) => isRedirectUri(uri, kind))) throw invalid(kind);
  }
  checkAudience(application);
  const claims = textAt(application, "groupMembershipClaims");
  if (claims !== "" && !claims.split(",").every((claim) => groupClaims.includes(claim.trim()))) {
    throw invalid("groupMembershipClaims"); // [doc]
  }
  for (const uri of textsAt(application, "identifierUris")) checkIdentifierUri(store, application, uri);
  checkPermissions(application);
  for (const { resourceAppId, ...access } of objectsAt(application, "requiredResourceAccess")) {
    // [guess] IDs that no resource publishes are stored; only consent complains
    const wellFormed = objectsAt(access, "resourceAccess").every(
      ({ id, type }) => isUuid(id) && (type === "Role" || type === "Scope"),
    );
    if (!isUuid(resourceAppId) || !wellFormed) throw invalid("requiredResourceAccess");
  }
  const optional = Object.values(objectAt(application, "optionalClaims")).flatMap((list) =>
    objectsAt({ list }, "list"),
  );
  // [doc] a source is null or "user"
  const wrong = optional.some(({ name, source }) => !name || (source !== null && source !== "user"));
  if (wrong) throw invalid("optionalClaims");
}

/** Refuses to change or remove a role or scope that is enabled. [src] */
export function checkPermissionChange(before: GraphObject, after: GraphObject): void {
  const texts = ["value", "displayName", "description", "adminConsentDescription", "adminConsentDisplayName"];
  const later = new Map(permissionsOf(after).map((permission) => [permission["id"], permission]));
  for (const permission of permissionsOf(before)) {
    const changed = later.get(permission["id"]);
    const same = changed !== undefined && texts.every((name) => textAt(permission, name) === textAt(changed, name));
    if (permission["isEnabled"] === true && !same && (changed === undefined || changed["isEnabled"] === true)) {
      throw badRequest(
        "Permission (scope or role) cannot be deleted or updated unless disabled first.",
        "CannotDeleteOrUpdateEnabledEntitlement",
      );
    }
  }
}

function checkAudience(application: GraphObject): void {
  const audience = textAt(application, "signInAudience");
  if (!audiences.includes(audience)) throw invalidValue("signInAudience", "Application"); // [doc]
  if (audience.includes("Personal") && objectAt(application, "api")["requestedAccessTokenVersion"] !== 2) {
    throw badRequest("Property api.requestedAccessTokenVersion is invalid."); // [seen]
  }
}

function checkIdentifierUri(store: Store, application: GraphObject, uri: string): void {
  if (!URL.canParse(uri)) throw invalidValue("identifierUris", "Application");
  const { hostname, protocol } = new URL(uri);
  const own = uri.includes(textAt(application, "appId")) || uri.includes(store.tenant.id);
  const verified = store.tenant.domains.some((domain) =>
    `.${hostname}`.toLowerCase().endsWith(`.${domain.toLowerCase()}`),
  );
  if (["http:", "https:", "api:"].includes(protocol) && !own && !verified) {
    // [seen]
    throw badRequest(
      `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`,
      "HostNameNotOnVerifiedDomain",
    );
  }
  const taken = store
    .all("applications")
    .some(
      ({ id, data }) => id !== application.id && textsAt(data, "identifierUris").some((other) => sameText(other, uri)),
    );
  if (taken) {
    // [seen]
    throw new GraphError(
      400,
      "ObjectConflict",
      "Another object with the same value for property identifierUris already exists.",
    );
  }
}

function checkPermissions(application: GraphObject): void {
  const values = new Map<string, unknown>();
  for (const permission of permissionsOf(application)) {
    if (!isUuid(permission["id"])) throw invalidValue("appRoles", "Application");
    const value = textAt(permission, "value");
    if (value !== "" && values.has(value) && values.get(value) !== permission["id"]) {
      throw badRequest("Request contains a property with duplicate values.", "DuplicateValue");
    }
    values.set(value, permission["id"]);
  }
}

function permissionsOf(application: GraphObject): readonly JsonObject[] {
  return [...objectsAt(application, "appRoles"), ...objectsAt(objectAt(application, "api"), "oauth2PermissionScopes")];
}
