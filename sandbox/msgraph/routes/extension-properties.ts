import { checkNew } from "../check-body";
import type { Entry } from "../entry";
import { extensionPrefix, extensionsOf } from "../extensions";
import { badRequest, invalidValue, notFound } from "../graph-error";
import { type Answer, noContent, type RoutedRequest } from "../graph-request";
import { newId } from "../identifier";
import { type JsonObject, sameText, textAt, textsAt, withoutAnnotations } from "../json";
import { created, listing, single } from "../odata/listing";
import { type Route, route } from "../route";
import { extensionProperty } from "../tables/small-resources";

const dataTypes = ["Binary", "Boolean", "DateTime", "Integer", "LargeInteger", "String"];
const targets = ["User", "Group", "AdministrativeUnit", "Application", "Device", "Organization"];
const path = "applications/{id}/extensionProperties";

/** There is no way to change a directory extension. [doc] */
export const extensionPropertyRoutes: readonly Route[] = [
  route("GET", path, (request) => {
    const { store, variable } = request;
    const application = store.find("applications", variable("id"));
    return listing(request, extensionsOf(store, application.data), "extensionProperties");
  }),
  route("POST", path, createExtension),
  route("GET", `${path}/{extension}`, (request) => single(request, found(request))),
  route("DELETE", `${path}/{extension}`, (request) => {
    request.store.remove(found(request)); // [doc] values can no longer be reached
    return noContent;
  }),
];

function createExtension(request: RoutedRequest): Answer {
  const { store, variable } = request;
  const application = store.find("applications", variable("id"));
  const body = checkNew(store, "extensionProperties", request.body);
  checkExtension(body);
  const name = extensionPrefix(application.data) + textAt(body, "name"); // [doc]
  const taken = store.all("extensionProperties").some(({ data }) => sameText(data["name"], name));
  // [guess] the wording; that it is refused with 400 is known
  if (taken) throw badRequest(`An extension property exists with the name ${name}.`);
  const given = withoutAnnotations(body);
  const entry = store.create("extensionProperties", { ...extensionProperty.initial(), ...given, id: newId(), name });
  return created(request, entry);
}

function checkExtension(body: JsonObject): void {
  const invalid = (property: string) => invalidValue(property, "ExtensionProperty");
  if (!/^[A-Za-z0-9_]+$/.test(textAt(body, "name"))) throw invalid("name"); // [guess] exact character set
  if (!dataTypes.includes(textAt(body, "dataType"))) throw invalid("dataType"); // [doc]
  if (!textsAt(body, "targetObjects").every((target) => targets.includes(target))) throw invalid("targetObjects"); // [doc]
}

function found({ store, variable }: RoutedRequest): Entry {
  const application = store.find("applications", variable("id"));
  const id = variable("extension");
  const extension = extensionsOf(store, application.data).find((entry) => entry.id === id);
  if (extension === undefined) throw notFound(id);
  return extension;
}
