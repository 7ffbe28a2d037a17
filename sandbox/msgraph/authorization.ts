import { applicationPermissions } from "../../model/permissions/application-permissions";
import type { Case, Sufficient } from "../../model/permissions/graph-right";
import { graphRight } from "../../model/permissions/graph-rights";
import { basicProperties } from "../../model/permissions/graph-users";
import type { Caller } from "./caller";
import type { Entry } from "./entry";
import { GraphError } from "./graph-error";
import type { RoutedRequest } from "./graph-request";
import { isObject, sameText } from "./json";
import type { Route } from "./route";
import type { Store } from "./store";

/** Throws 403 unless the caller may make this request. */
export function authorize({ method, pattern }: Pick<Route, "method" | "pattern">, request: RoutedRequest): void {
  const { caller } = request;
  const name = `${method} ${pattern.replaceAll(/\{\w+\}/g, "{}")}`;
  const row = graphRight(name, casesOf(name, request));
  // [guess] What no resource of this program asks for, a test may ask for that holds everything.
  if (row === undefined ? holdsEverything(caller) : row.application.some((rights) => suffices(rights, request))) return;
  // [seen] microsoftgraph/msgraph-sdk-powershell issue 2025
  throw new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}

const holdsEverything = ({ permissions }: Caller) =>
  Object.keys(applicationPermissions).every((permission) => permissions.includes(permission));

function suffices({ all, ofOwner }: Sufficient, request: RoutedRequest): boolean {
  const { permissions } = request.caller;
  return all.every((permission) => permissions.includes(permission)) && (ofOwner !== true || isOwner(request));
}

/** Whether the caller owns what the path names, or the application behind a service principal. */
function isOwner({ store, caller, path, variable }: RoutedRequest): boolean {
  const [collection = ""] = path.split("/");
  const entry = entryOf(store, collection, variable("id"));
  if (entry === undefined) return false;
  const applications = store
    .all("applications")
    .filter(({ data }) => collection === "servicePrincipals" && sameText(data["appId"], entry.data["appId"]));
  return [entry, ...applications].some(({ id }) => store.links.has(id, "owners", caller.objectId));
}

function entryOf(store: Store, collection: string, id: string): Entry | undefined {
  if (collection !== "groups" && collection !== "applications" && collection !== "servicePrincipals") return undefined;
  return store.all(collection).find((entry) => sameText(entry.id, id));
}

function casesOf(name: string, request: RoutedRequest): Case[] {
  const { store, body, variable } = request;
  const group = entryOf(store, "groups", variable("id"))?.data ?? (isObject(body) ? body : {});
  return [
    ...(group["isAssignableToRole"] === true ? (["role-assignable group"] as const) : []),
    ...(asksBasics(request) ? (["basic properties"] as const) : []),
    ...(name === "PATCH users/{}" && isObject(body) && Object.keys(body).join() === "accountEnabled"
      ? (["account state"] as const)
      : []),
    ...(store.all("users").some(({ id }) => sameText(id, variable("id"))) ? (["a user"] as const) : []),
  ];
}

/** [guess] Asking for more than the basic properties is refused, not answered with less; without `$select` only they come. */
function asksBasics({ query }: RoutedRequest): boolean {
  const selected = (query.get("$select") ?? "").split(",").filter((name) => name !== "");
  const filtered = (query.get("$filter") ?? "").match(/\b\w+(?=\s+(eq|in|ne)\b)|(?<=\bstartswith\()\w+/g) ?? [];
  return [...selected, ...filtered].every((name) => basicProperties.some((basic) => sameText(basic, name.trim())));
}
