import type { GraphObject } from "./directory-view";
import type { Entry } from "./entry";
import { extensionPrefix } from "./extensions";
import type { GraphVersion } from "./graph-request";
import { objectAt, textAt, textsAt } from "./json";
import type { Store } from "./store";

/** Everything that Graph knows about an object, before anything is selected. */
export function wholeObject(store: Store, { collection, data }: Entry, version: GraphVersion): GraphObject {
  switch (collection) {
    case "applications":
      return shownApplication(data, version);
    case "servicePrincipals":
      return shownServicePrincipal(store, data, version);
    case "extensionProperties":
      return { ...data, appDisplayName: nameOfOwner(store, data) };
    case "users":
    case "groups":
    case "oauth2PermissionGrants":
    case "appRoleAssignments":
    case "claimsMappingPolicies":
    case "conditionalAccessPolicies":
    case "namedLocations":
      return data;
  }
}

/** The application that a service principal stands for, if it is of this tenant. */
export function applicationOf(store: Store, servicePrincipal: GraphObject): Entry | undefined {
  return store.all("applications").find(({ data }) => data["appId"] === servicePrincipal["appId"]);
}

function shownApplication(data: GraphObject, version: GraphVersion): GraphObject {
  const web = objectAt(data, "web");
  const redirectUriSettings = textsAt(web, "redirectUris").map((uri) => ({ uri, index: null }));
  const { oauth2RequirePostResponse, ...rest } = data;
  // [src] v1.0 does not return it: microsoftgraph/msgraph-metadata#273
  return {
    ...rest,
    ...(version === "beta" ? { oauth2RequirePostResponse } : {}),
    id: data.id,
    web: { ...web, redirectUriSettings },
  };
}

function shownServicePrincipal(store: Store, data: GraphObject, version: GraphVersion): GraphObject {
  const shown: GraphObject = { ...data, ...fromApplication(applicationOf(store, data)?.data) };
  const scopes = shown["oauth2PermissionScopes"];
  return { ...shown, ...(version === "beta" ? { samlMetadataUrl: null, publishedPermissionScopes: scopes } : {}) };
}

/** What a service principal copies from its application; the real service does so with a delay. [doc] */
function fromApplication(application: GraphObject | undefined): object {
  if (application === undefined) return {};
  const { displayName, description, appRoles, signInAudience, info } = application;
  const web = objectAt(application, "web");
  return {
    displayName,
    appDisplayName: displayName,
    appDescription: description,
    appRoles,
    oauth2PermissionScopes: objectAt(application, "api")["oauth2PermissionScopes"],
    replyUrls: ["web", "spa", "publicClient"].flatMap((kind) => textsAt(objectAt(application, kind), "redirectUris")),
    servicePrincipalNames: [...textsAt(application, "identifierUris"), application["appId"]],
    signInAudience,
    homepage: web["homePageUrl"],
    logoutUrl: web["logoutUrl"],
    info,
  };
}

function nameOfOwner(store: Store, extension: GraphObject): string {
  const owner = store
    .all("applications")
    .find(({ data }) => textAt(extension, "name").startsWith(extensionPrefix(data)));
  return owner === undefined ? "" : textAt(owner.data, "displayName");
}
