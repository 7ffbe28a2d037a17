import type { Collection } from "./directory-view";
import { badRequest, notFound, referenceExists } from "./graph-error";
import { noContent } from "./graph-request";
import { isObject, type JsonObject, listAt } from "./json";
import type { Relation } from "./links";
import { allowOptions } from "./odata/selection";
import { listing } from "./odata/listing";
import { type Handler, type Route, route } from "./route";
import type { Store } from "./store";
import { tables } from "./tables/tables";

/** The ID in a reference such as `https://…/v1.0/directoryObjects/<id>`; its host does not matter. [src] */
function referencedId(reference: unknown): string {
  const [, last] = /([^/]+)\/?$/.exec(typeof reference === "string" ? reference : "") ?? [];
  if (last === undefined) throw badRequest("Invalid URL format specified in @odata.id.");
  return decodeURIComponent(last)
    .replace(/^.*\('?/, "")
    .replace(/'?\)$/, "");
}

/** The ID that a `$ref` request refers to. */
export function referencedBy(body: unknown): string {
  return referencedId(isObject(body) ? body["@odata.id"] : undefined);
}

/** IDs of the objects that a body binds, such as with `owners@odata.bind`. */
export function bound(
  store: Store,
  body: JsonObject,
  relation: Relation,
  allowed: readonly Collection[],
): readonly string[] {
  const ids = listAt(body, `${relation}@odata.bind`).map(referencedId);
  if (ids.length > 20) throw badRequest("The request has too many references to bind; at most 20 are allowed."); // [doc] 20
  if (new Set(ids).size !== ids.length) throw badRequest("Request contains a property with duplicate values.");
  return ids.map((id) => target(store, id, relation, allowed));
}

/** The routes that list, add and remove references of one kind. */
export function referenceRoutes(
  collection: Collection,
  relation: Relation,
  allowed: readonly Collection[],
): readonly Route[] {
  const path = `${collection}/{id}/${relation}`;
  return [
    route("GET", path, (request) => {
      const { store } = request;
      return listing(request, store.linked(store.find(collection, request.variable("id")).id, relation));
    }),
    route("POST", `${path}/$ref`, add(collection, relation, allowed)),
    route("DELETE", `${path}/{other}/$ref`, remove(collection, relation)),
  ];
}

function add(collection: Collection, relation: Relation, allowed: readonly Collection[]): Handler {
  return ({ store, variable, body, query }) => {
    allowOptions(query, []);
    const { id, data } = store.find(collection, variable("id"));
    const other = target(store, referencedBy(body), relation, allowed);
    if (relation === "members") checkMembers(store, data, [other]);
    if (store.links.has(id, relation, other)) throw referenceExists(relation); // [src, seen]
    store.links.add(id, relation, other);
    return noContent;
  };
}

function remove(collection: Collection, relation: Relation): Handler {
  return ({ store, variable }) => {
    const { id } = store.find(collection, variable("id"));
    const other = variable("other");
    if (!store.links.has(id, relation, other)) throw notFound(other);
    if (collection === "groups" && relation === "owners") checkOwnersLeft(store, id, other);
    store.links.remove(id, relation, other);
    return noContent;
  };
}

/** Refuses to take the last owner, or the last one who is a person, out of a group: service principals do not count. [doc: remove group owner] */
function checkOwnersLeft(store: Store, id: string, other: string): void {
  const isPerson = (owner: string) => store.findDirectoryObject(owner).collection === "users";
  const left = store.links.of(id, "owners").filter((owner) => owner !== other);
  // [seen] microsoftgraph/msgraph-metadata#653: a role-assignable group lets the last person go
  const needsPerson = isPerson(other) && store.find("groups", id).data["isAssignableToRole"] !== true;
  if (left.length > 0 && (!needsPerson || left.some(isPerson))) return;
  throw badRequest("The group must have at least one owner, hence this owner cannot be removed."); // [seen]
}

/** What Microsoft Graph refuses as members of a group. [doc: add members] */
export function checkMembers(store: Store, group: JsonObject, members: readonly string[]): void {
  if (members.length === 0) return;
  const types = listAt(group, "groupTypes");
  if (types.includes("DynamicMembership")) {
    throw badRequest("Updates to 'members' are not allowed on groups with dynamic membership."); // [guess] the wording
  }
  if (group["mailEnabled"] === true && !types.includes("Unified")) {
    throw badRequest("Cannot Update a mail-enabled security groups and or distribution list."); // [seen]
  }
  if (group["onPremisesSyncEnabled"] === true) {
    // [seen]
    throw badRequest(
      "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.",
    );
  }
  if (
    group["isAssignableToRole"] === true &&
    members.some((id) => store.findDirectoryObject(id).collection === "groups")
  ) {
    throw badRequest("Nesting is currently not supported for groups that can be assigned to a role."); // [doc] the rule, [seen] the wording
  }
}

function target(store: Store, id: string, relation: Relation, allowed: readonly Collection[]): string {
  const entry = store.findDirectoryObject(id);
  if (allowed.includes(entry.collection)) return entry.id;
  const { label } = tables[entry.collection];
  throw badRequest(`The reference target of type '${label}' is invalid for the '${relation}' reference.`); // [guess] the wording
}
