import { checkNew } from "../check-body";
import { badRequest, GraphError, invalidValue, unreadableBody } from "../graph-error";
import { type Answer, noContent, type RoutedRequest } from "../graph-request";
import { grantId } from "../identifier";
import { isObject, textAt, withoutAnnotations } from "../json";
import { created } from "../odata/listing";
import { readRoutes, type Route, route } from "../route";
import { oauth2PermissionGrant } from "../tables/small-resources";

export const oauth2PermissionGrantRoutes: readonly Route[] = [
  ...readRoutes("oauth2PermissionGrants"),
  route("POST", "oauth2PermissionGrants", createGrant),
  route("PATCH", "oauth2PermissionGrants/{id}", changeGrant),
  route("DELETE", "oauth2PermissionGrants/{id}", ({ store, variable }) => {
    store.remove(store.find("oauth2PermissionGrants", variable("id")));
    return noContent;
  }),
];

function createGrant(request: RoutedRequest): Answer {
  const { store } = request;
  const body = checkNew(store, "oauth2PermissionGrants", request.body);
  const client = store.find("servicePrincipals", textAt(body, "clientId"));
  const resource = store.find("servicePrincipals", textAt(body, "resourceId"));
  const consentType = textAt(body, "consentType");
  const principalId = textAt(body, "principalId");
  if (!["AllPrincipals", "Principal"].includes(consentType)) throw invalidValue("consentType", "OAuth2PermissionGrant"); // [doc]
  if ((consentType === "Principal") !== (principalId !== ""))
    throw invalidValue("principalId", "OAuth2PermissionGrant"); // [doc]
  const principals = principalId === "" ? [] : [store.find("users", principalId).id];
  // [guess] scopes that the resource does not publish are stored
  // [seen] the ID's make-up: client, resource, and the principal if there is one
  const id = grantId(client.id, resource.id, ...principals);
  if (store.all("oauth2PermissionGrants").some((grant) => grant.id === id)) {
    // [seen] hashicorp/terraform-provider-azuread#690
    throw new GraphError(409, "Request_MultipleObjectsWithSameKeyValue", "Permission entry already exists.");
  }
  const entry = store.create("oauth2PermissionGrants", {
    ...oauth2PermissionGrant.initial(),
    ...withoutAnnotations(body),
    id,
  });
  return created(request, entry);
}

function changeGrant({ store, variable, body }: RoutedRequest): Answer {
  const entry = store.find("oauth2PermissionGrants", variable("id"));
  if (!isObject(body)) throw unreadableBody();
  const given = withoutAnnotations(body);
  const other = Object.keys(given).find((name) => name !== "scope" && name !== "id");
  if (other !== undefined) throw badRequest(`Property cannot be updated: ${other}`); // [seen]
  if (textAt(given, "scope") === "") throw invalidValue("scope", "OAuth2PermissionGrant");
  entry.data = { ...entry.data, scope: given["scope"] };
  return noContent;
}
