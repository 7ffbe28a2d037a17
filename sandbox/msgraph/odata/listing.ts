import type { Collection } from "../directory-view";
import type { Entry } from "../entry";
import { extensionNamed } from "../extensions";
import { badRequest } from "../graph-error";
import type { Answer, RoutedRequest } from "../graph-request";
import { type JsonObject, sameText } from "../json";
import { tables } from "../tables/tables";
import { view } from "../view";
import { wholeObject } from "../whole-object";
import { type Filter, parseFilter } from "./filter";
import { allowOptions, readSelection } from "./selection";

const options = ["$filter", "$select", "$expand", "$top", "$count", "$skiptoken"];
const defaultPage = 100;

/** Answers with a page of these objects. Without a collection they are of several types. */
export function listing(request: RoutedRequest, entries: readonly Entry[], collection?: Collection): Answer {
  const { query, url, version, path } = request;
  allowOptions(query, options);
  const selection = readSelection(query, collection);
  const found = filtered(request, entries, collection);
  const from = startOf(query);
  const to = from + pageSize(query);
  const next = new URLSearchParams(query);
  next.set("$skiptoken", Buffer.from(String(to)).toString("base64url"));
  return {
    status: 200,
    body: {
      "@odata.context": `${url}/${version}/$metadata#${path}`,
      ...(query.get("$count") === "true" ? { "@odata.count": found.length } : {}),
      ...(to < found.length ? { "@odata.nextLink": `${url}/${version}/${path}?${next.toString()}` } : {}),
      value: found.slice(from, to).map((entry) => view(request, entry, selection, collection === undefined)),
    },
  };
}

/** Answers with the number of these objects. */
export function counting(request: RoutedRequest, entries: readonly Entry[], collection?: Collection): Answer {
  allowOptions(request.query, ["$filter"]);
  if (!isEventual(request)) {
    throw badRequest("$count needs the ConsistencyLevel:eventual header."); // [doc]
  }
  const counted = { ...request, query: new URLSearchParams([...request.query, ["$count", "true"]]) };
  return { status: 200, body: String(filtered(counted, entries, collection).length) };
}

/** Answers with one object; `typed` names its type, for routes that lead to objects of several types. */
export function single(request: RoutedRequest, entry: Entry, typed = false): Answer {
  const { query } = request;
  allowOptions(query, ["$select", "$expand"]);
  const selection = readSelection(query, entry.collection);
  return { status: 200, body: { ...contextOf(request, entry), ...view(request, entry, selection, typed) } };
}

/** Answers with an object that has just been made. */
export function created(request: RoutedRequest, entry: Entry, extra: JsonObject = {}): Answer {
  const shown = view(request, entry, { select: undefined, expand: [] });
  return { status: 201, body: { ...contextOf(request, entry), ...shown, ...extra } };
}

function contextOf({ url, version }: RoutedRequest, { collection }: Entry): JsonObject {
  return { "@odata.context": `${url}/${version}/$metadata#${collection}/$entity` };
}

function filtered(request: RoutedRequest, entries: readonly Entry[], collection?: Collection): readonly Entry[] {
  const { query, store, version } = request;
  const text = query.get("$filter");
  if (text === null) return entries;
  const isAdvanced = isEventual(request) && query.get("$count") === "true";
  const filter: Filter = parseFilter(text, (name) => {
    if (collection !== undefined) checkFilterable(request, collection, name, isAdvanced);
  });
  if (filter.advanced && !isAdvanced) {
    // [doc] advanced query capabilities on directory objects
    throw badRequest(
      "Unsupported Query. Operators such as ne, not and endsWith need the ConsistencyLevel:eventual header and $count=true.",
      "Request_UnsupportedQuery",
    );
  }
  return entries.filter((entry) => filter.matches(wholeObject(store, entry, version)));
}

function checkFilterable({ store }: RoutedRequest, collection: Collection, name: string, isAdvanced: boolean): void {
  const { properties, type, label, advancedFilter } = tables[collection];
  if (!isAdvanced && advancedFilter?.has(name)) {
    // [seen]
    throw badRequest(
      `Unsupported or invalid query filter clause specified for property '${name}' of resource '${label}'.`,
      "Request_UnsupportedQuery",
    );
  }
  if (name.startsWith("extension_")) {
    if (extensionNamed(store, name) !== undefined) return;
    throw badRequest(`Property '${name}' does not exist as a declared property or extension property.`); // [guess] the wording
  }
  if (properties.has(name)) return;
  throw badRequest(
    `Invalid filter clause: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
    "BadRequest",
  );
}

/** How many objects earlier pages held. */
function startOf(query: URLSearchParams): number {
  const token = query.get("$skiptoken");
  const start = token === null ? 0 : Number(Buffer.from(token, "base64url").toString());
  if (Number.isInteger(start)) return start;
  throw badRequest("The $skiptoken is not one of this list.", "BadRequest"); // [guess] the wording
}

function pageSize(query: URLSearchParams): number {
  const top = query.get("$top");
  if (top === null) return defaultPage;
  const size = Number(top);
  if (Number.isInteger(size) && size >= 1 && size <= 999) return size;
  throw badRequest(`Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`); // [seen]
}

function isEventual({ headers }: RoutedRequest): boolean {
  return sameText(headers["consistencylevel"], "eventual");
}
