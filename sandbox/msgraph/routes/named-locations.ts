import { isIPv4 } from "node:net";
import { checkChange, checkNew } from "../check-body";
import { badRequest } from "../graph-error";
import { noContent } from "../graph-request";
import { newId } from "../identifier";
import { rightNow } from "../instant";
import { isObject, type JsonObject, objectsAt, textAt, textsAt, withoutAnnotations } from "../json";
import { created } from "../odata/listing";
import { readRoutes, type Route, route } from "../route";
import { namedLocation } from "../tables/conditional-access";

const path = "identity/conditionalAccess/namedLocations";
const kind = "@odata.type";

export const namedLocationRoutes: readonly Route[] = [
  ...readRoutes("namedLocations", path),
  route("POST", path, (request) => {
    const { store } = request;
    const body = checkNew(store, "namedLocations", request.body);
    const location = {
      [kind]: body[kind],
      ...namedLocation.initial(),
      ...withoutAnnotations(body),
      id: newId(),
    };
    checkLocation(location);
    return created(request, store.create("namedLocations", location));
  }),
  route("PATCH", `${path}/{id}`, ({ store, variable, body }) => {
    const entry = store.find("namedLocations", variable("id"));
    const change = checkChange(store, "namedLocations", body);
    if (!isObject(body) || body[kind] !== entry.data[kind]) throw otherSchema(); // [doc] the type is required
    const location = { ...entry.data, ...withoutAnnotations(change), id: entry.id, modifiedDateTime: rightNow() };
    checkLocation(location);
    entry.data = location;
    return noContent;
  }),
  route("DELETE", `${path}/{id}`, ({ store, variable }) => {
    const entry = store.find("namedLocations", variable("id"));
    // [src] the provider takes the trust away first; the wording is a [guess]
    if (entry.data["isTrusted"] === true) throw badRequest("1190: The named location is trusted.", "BadRequest");
    const used = store.all("conditionalAccessPolicies").some(({ data }) => JSON.stringify(data).includes(entry.id));
    // [guess]
    if (used) throw badRequest("1191: The named location is in use by a policy.", "BadRequest");
    store.remove(entry);
    return noContent;
  }),
];

function checkLocation(location: JsonObject): void {
  switch (location[kind]) {
    case "#microsoft.graph.ipNamedLocation": {
      const ranges = objectsAt(location, "ipRanges");
      if (ranges.length > 0 && ranges.every(isRange)) return;
      throw otherSchema();
    }
    case "#microsoft.graph.countryNamedLocation": {
      const countries = textsAt(location, "countriesAndRegions");
      if (countries.length > 0 && countries.every((country) => /^[A-Z]{2}$/.test(country))) return;
      throw otherSchema();
    }
    default:
      throw otherSchema();
  }
}

/** [doc] only masks longer than /8, concept-assignment-network; IPv6 is not emulated */
function isRange(range: JsonObject): boolean {
  const [address = "", mask = ""] = textAt(range, "cidrAddress").split("/");
  return range[kind] === "#microsoft.graph.iPv4CidrRange" && isIPv4(address) && Number(mask) > 8 && Number(mask) <= 32;
}

const otherSchema = () =>
  badRequest("1007: Incoming namedLocation object is null or does not match the schema.", "BadRequest"); // [guess] the wording
