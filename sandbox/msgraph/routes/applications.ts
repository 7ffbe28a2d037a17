import { checkApplication, checkPermissionChange } from "../application-rules";
import { checkChange, checkNew } from "../check-body";
import type { Entry } from "../entry";
import { extensionsOf } from "../extensions";
import { badRequest, invalidValue } from "../graph-error";
import { type Answer, noContent, type RoutedRequest } from "../graph-request";
import { newId } from "../identifier";
import { changedApplication } from "../changed-application";
import { listAt, objectAt, objectsAt, textAt, textsAt } from "../json";
import { created } from "../odata/listing";
import { bound, referenceRoutes } from "../reference";
import { readRoutes, type Route, route } from "../route";
import { application } from "../tables/application";
import { addPassword, passwordRoutes } from "./passwords";
import { dropServicePrincipal } from "./service-principals";

const ownersAllowed = ["users", "servicePrincipals"] as const;

export const applicationRoutes: readonly Route[] = [
  ...readRoutes("applications"),
  route("POST", "applications", createApplication),
  route("PATCH", "applications/{id}", changeApplication),
  route("DELETE", "applications/{id}", deleteApplication),
  ...referenceRoutes("applications", "owners", ownersAllowed),
  ...passwordRoutes,
];

function createApplication(request: RoutedRequest): Answer {
  const { store } = request;
  const body = checkNew(store, "applications", request.body);
  const empty = { ...application.initial(), id: newId(), appId: newId(), publisherDomain: store.tenant.domains[0] };
  const data = changedApplication(empty, body);
  checkApplication(store, data);
  const owners = bound(store, body, "owners", ownersAllowed);
  const passwords = objectsAt(body, "passwordCredentials");
  if (passwords.length > 1) throw badRequest("Only one password credential can be created with an application."); // [guess]
  const entry = store.create("applications", data);
  for (const owner of owners) store.links.add(entry.id, "owners", owner);
  // [src] the create answer carries the secret once
  const secret = passwords.map((password) => addPassword(store, entry, password));
  return created(request, entry, secret.length === 0 ? {} : { passwordCredentials: secret });
}

function changeApplication({ store, variable, body }: RoutedRequest): Answer {
  const entry = store.find("applications", variable("id"));
  const change = checkChange(store, "applications", body);
  const web = objectAt(change, "web");
  const settings = objectsAt(web, "redirectUriSettings").map((setting) => textAt(setting, "uri"));
  if ("redirectUriSettings" in web && "redirectUris" in web && !sameNames(settings, textsAt(web, "redirectUris"))) {
    throw invalidValue("web", "Application"); // [seen] microsoftgraph/msgraph-sdk-powershell#3149
  }
  if (listAt(change, "passwordCredentials").length > 0) {
    throw badRequest("New password must be added with POST request."); // [guess] the wording
  }
  const data = changedApplication(entry.data, change);
  checkPermissionChange(entry.data, data);
  checkApplication(store, data);
  entry.data = data;
  return noContent;
}

function deleteApplication({ store, variable }: RoutedRequest): Answer {
  const entry: Entry = store.find("applications", variable("id"));
  const { appId } = entry.data;
  store.softDelete(entry);
  store.secrets.forget(textAt(entry.data, "appId"));
  for (const extension of extensionsOf(store, entry.data)) store.remove(extension);
  const servicePrincipals = store.all("servicePrincipals").filter(({ data }) => data["appId"] === appId);
  for (const servicePrincipal of servicePrincipals) dropServicePrincipal(store, servicePrincipal); // [doc] they go too
  return noContent;
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return [...left].sort().join() === [...right].sort().join();
}
