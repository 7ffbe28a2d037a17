import { badRequest, GraphError, notFound } from "../graph-error";
import { noContent } from "../graph-request";
import { isObject, sameText, textsAt } from "../json";
import { single } from "../odata/listing";
import { type Route, route } from "../route";
import type { Store } from "../store";
import { tables } from "../tables/tables";
import { view } from "../view";
import type { Entry } from "../entry";

/** Objects by ID alone, and who is asked about. */
export const directoryObjectRoutes: readonly Route[] = [
  route("GET", "directoryObjects/{id}", (request) =>
    single(request, request.store.findDirectoryObject(request.variable("id")), true),
  ),
  route("POST", "directoryObjects/getByIds", (request) => {
    const { store } = request;
    const body = isObject(request.body) ? request.body : {};
    const types = textsAt(body, "types");
    const found = textsAt(body, "ids")
      .flatMap((id) => ifFound(store, id) ?? [])
      .filter(({ collection }) => types.length === 0 || types.some((type) => sameText(type, tables[collection].type)));
    const selection = { select: undefined, expand: [] };
    return { status: 200, body: { value: found.map((entry) => view(request, entry, selection, true)) } };
  }),
  route("GET", "me", () => {
    throw badRequest("/me request is only valid with delegated authentication flow.", "BadRequest"); // [seen]
  }),
  route("GET", "organization", ({ store, url, version }) => {
    const context = `${url}/${version}/$metadata#organization`;
    return { status: 200, body: { "@odata.context": context, value: [organization(store)] } };
  }),
  route("GET", "directory/deletedItems/{id}", ({ store, variable }) => {
    const { collection, data } = deleted(store, variable("id"));
    return { status: 200, body: { "@odata.type": `#microsoft.graph.${tables[collection].type}`, ...data } };
  }),
  route("DELETE", "directory/deletedItems/{id}", ({ store, variable }) => {
    store.deleted.delete(deleted(store, variable("id")).id);
    return noContent;
  }),
];

function organization({ tenant }: Store): object {
  const [defaultDomain] = tenant.domains;
  return {
    id: tenant.id,
    displayName: tenant.displayName,
    tenantType: "AAD",
    verifiedDomains: tenant.domains.map((name) => ({
      capabilities: "Email, OfficeCommunicationsOnline",
      isDefault: name === defaultDomain,
      isInitial: name.endsWith(".onmicrosoft.com"),
      name,
      type: "Managed",
    })),
  };
}

function deleted(store: Store, id: string): Entry {
  const entry = store.deleted.get(id);
  if (entry === undefined) throw notFound(id);
  return entry;
}

function ifFound(store: Store, id: string): Entry | undefined {
  try {
    return store.findDirectoryObject(id);
  } catch (error) {
    if (error instanceof GraphError) return undefined;
    throw error;
  }
}
