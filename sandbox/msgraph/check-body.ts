import type { Collection } from "./directory-view";
import { checkExtensions } from "./extensions";
import { badRequest, invalidValue, unreadableBody, valueRequired } from "./graph-error";
import { isObject, type JsonObject } from "./json";
import type { Store } from "./store";
import { tables } from "./tables/tables";

/** Checks a body that creates an object: everything that is required is there. Returns it. */
export function checkNew(store: Store, collection: Collection, body: unknown): JsonObject {
  const checked = checkBody(store, collection, body, true);
  const { required, label } = tables[collection];
  for (const name of required) {
    const value = checked[name];
    if (value === undefined || value === null || value === "") throw valueRequired(name, label);
    if (Array.isArray(value) && value.length === 0) throw valueRequired(name, label);
  }
  return checked;
}

/** Checks a body that changes an object: only properties that exist and may change. Returns it. */
export function checkChange(store: Store, collection: Collection, body: unknown): JsonObject {
  return checkBody(store, collection, body, false);
}

function checkBody(store: Store, collection: Collection, body: unknown, create: boolean): JsonObject {
  if (!isObject(body)) throw unreadableBody();
  const { properties, readOnly, maxLength, emptyText, label } = tables[collection];
  for (const [name, value] of Object.entries(body)) {
    if (name.includes("@odata") || name.startsWith("extension_")) continue;
    if (!properties.has(name)) throw badRequest(`Invalid property '${name}'.`); // [guess] the wording
    // The provider sends null for read-only properties of new objects, and the ID with changes. [src]
    if (readOnly.has(name) && name !== "id" && !(create && value === null)) {
      throw badRequest(`Property '${name}' is read-only and cannot be set.`); // [guess] the wording
    }
    if (typeof value !== "string") continue;
    if (value.length > (maxLength[name] ?? Infinity)) throw invalidValue(name, label); // [doc] maximum lengths
    if (value === "" && !emptyText) throw invalidValue(name, label); // [seen] for several properties; null clears them
  }
  checkExtensions(store, collection, body);
  return body;
}
