import type { Entry } from "./entry";
import { extensionNamed, extensionsOf } from "./extensions";
import { badRequest } from "./graph-error";
import type { GraphVersion, RoutedRequest } from "./graph-request";
import type { JsonObject } from "./json";
import { groupsOf } from "./membership";
import type { Expansion, Selection } from "./odata/selection";
import type { Store } from "./store";
import { tables } from "./tables/tables";
import { wholeObject } from "./whole-object";

/** An object with the properties that were asked for; `typed` names its type, as lists of several types do. */
export function view(request: RoutedRequest, entry: Entry, selection: Selection, typed = false): JsonObject {
  const { store, version } = request;
  const whole = wholeObject(store, entry, version);
  const { select, expand } = selection;
  const properties =
    select === undefined ? shownByDefault(store, entry, whole, version) : selected(store, entry, whole, select);
  const expanded = expand.map((expansion) => [expansion.name, expandedFor(request, entry, expansion)] as const);
  const { type, typed: hasType } = tables[entry.collection];
  return {
    ...(typed && hasType ? { "@odata.type": `#microsoft.graph.${type}` } : {}),
    ...properties,
    ...Object.fromEntries(expanded),
  };
}

function selected(store: Store, entry: Entry, whole: JsonObject, select: readonly string[]): JsonObject {
  const { navigation } = tables[entry.collection];
  const pairs = select
    .filter((name) => !navigation.has(name))
    .map((name) => [name, whole[name] ?? null] as const)
    // Extensions without a value are left out. [guess]
    .filter(([name, value]) => !isExtension(name) || (value !== null && extensionNamed(store, name) !== undefined));
  return Object.fromEntries(pairs);
}

function shownByDefault(store: Store, { collection }: Entry, whole: JsonObject, version: GraphVersion): JsonObject {
  const { shown } = tables[collection];
  const userOfBeta = collection === "users" && version === "beta";
  // [doc] extensions come back only when $select names them; beta returns a user's by default
  const visible = Object.keys(whole).filter(
    (name) => !isExtension(name) || (userOfBeta && extensionNamed(store, name) !== undefined),
  );
  const wanted = shown === undefined || userOfBeta ? visible : shown;
  return Object.fromEntries(wanted.map((name) => [name, whole[name] ?? null]));
}

function isExtension(name: string): boolean {
  return name.startsWith("extension_");
}

function expandedFor(request: RoutedRequest, entry: Entry, { name, select }: Expansion): unknown {
  const { store } = request;
  const show = (typed: boolean) => (other: Entry) => view(request, other, { select, expand: [] }, typed);
  switch (name) {
    case "members":
    case "owners":
    case "claimsMappingPolicies":
      return store.linked(entry.id, name).slice(0, 20).map(show(true)); // [doc] at most 20
    case "manager":
      return store.linked(entry.id, name).map(show(true))[0];
    case "memberOf":
      return groupsOf(store, entry.id).map(show(true));
    case "extensionProperties":
      return extensionsOf(store, entry.data).map(show(false));
    case "appRoleAssignments":
      return store
        .visible("appRoleAssignments")
        .filter(({ data }) => data["principalId"] === entry.id)
        .map(show(false));
    default:
      throw badRequest(`'$expand' of '${name}' is not supported.`, "BadRequest");
  }
}
