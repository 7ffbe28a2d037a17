import type { Collection } from "./directory-view";
import type { Entry } from "./entry";
import { badRequest, invalidValue } from "./graph-error";
import { type JsonObject, textAt, textsAt } from "./json";
import type { Store } from "./store";
import { tables } from "./tables/tables";

/** The registered directory extension with this full name, `extension_<client ID>_<name>`. */
export function extensionNamed(store: Store, name: string): Entry | undefined {
  return store.all("extensionProperties").find(({ data }) => data["name"] === name);
}

/** How the full names of an application's extensions begin. [doc] create extensionProperty */
export function extensionPrefix(application: JsonObject): string {
  return `extension_${textAt(application, "appId").replaceAll("-", "")}_`;
}

/** The directory extensions of an application. */
export function extensionsOf(store: Store, application: JsonObject): readonly Entry[] {
  const prefix = extensionPrefix(application);
  return store.visible("extensionProperties").filter(({ data }) => textAt(data, "name").startsWith(prefix));
}

/** Checks the extension values in a body: registered for such objects, and of their type. */
export function checkExtensions(store: Store, collection: Collection, body: JsonObject): void {
  const given = Object.keys(body).filter((name) => name.startsWith("extension_"));
  const { label } = tables[collection];
  const known = new Map(store.visible("extensionProperties").map(({ data }) => [textAt(data, "name"), data]));
  const missing = given.filter((name) => !textsAt(known.get(name) ?? {}, "targetObjects").includes(label));
  if (missing.length > 0) {
    throw badRequest(`The following extension properties are not available: ${missing.join(",")}.`); // [seen]
  }
  for (const name of given) {
    const definition = known.get(name) ?? {};
    if (body[name] !== null && !fits(definition, body[name])) throw invalidValue(name, label);
  }
}

function fits(definition: JsonObject, value: unknown): boolean {
  const fit = (one: unknown) => fitsOne(textAt(definition, "dataType"), one);
  return definition["isMultiValued"] === true ? Array.isArray(value) && value.every(fit) : fit(value);
}

function fitsOne(dataType: string, value: unknown): boolean {
  switch (dataType) {
    case "String":
      return typeof value === "string" && value.length > 0 && value.length <= 256; // [doc] 256; empty refused [guess]
    case "Boolean":
      return typeof value === "boolean";
    case "Integer":
      return Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 31;
    case "LargeInteger":
      return Number.isInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value));
    case "DateTime":
      return typeof value === "string" && !Number.isNaN(Date.parse(value));
    default:
      return typeof value === "string" && Buffer.from(value, "base64").length <= 256; // [doc] Binary, 256 bytes
  }
}
