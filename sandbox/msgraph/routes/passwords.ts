import { randomBytes } from "node:crypto";
import type { Entry } from "../entry";
import { badRequest } from "../graph-error";
import { type Answer, noContent, type RoutedRequest } from "../graph-request";
import { newId } from "../identifier";
import { instant } from "../instant";
import { isObject, type JsonObject, objectAt, objectsAt, sameText, textAt } from "../json";
import { type Route, route } from "../route";
import type { Store } from "../store";

const twoYears = 2 * 365 * 86_400_000;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~_-.";
const given = ["displayName", "startDateTime", "endDateTime"];

export const passwordRoutes: readonly Route[] = [
  route("POST", "applications/{id}/addPassword", add),
  route("POST", "applications/{id}/removePassword", remove),
];

function add({ store, variable, body, url, version }: RoutedRequest): Answer {
  const entry = store.find("applications", variable("id"));
  const credential = addPassword(store, entry, objectAt(isObject(body) ? body : {}, "passwordCredential"));
  const context = `${url}/${version}/$metadata#microsoft.graph.passwordCredential`;
  return { status: 200, body: { "@odata.context": context, ...credential } };
}

/** Gives an application a secret. [guess] No app management policy of the tenant forbids or shortens it. The credential that comes back is the only place that has its text. */
export function addPassword(store: Store, entry: Entry, wanted: JsonObject): JsonObject {
  const unknown = Object.entries(wanted).find(([name, value]) => !given.includes(name) && value !== null);
  if (unknown !== undefined) throw badRequest(`Property '${unknown[0]}' is read-only; the service generates it.`); // [guess] the wording
  const start = timeAt(wanted, "startDateTime") ?? Date.now();
  const end = timeAt(wanted, "endDateTime") ?? start + twoYears; // [doc] two years
  if (!(end > start)) throw badRequest("The value of the end date must be greater than the start date."); // [guess] the wording
  const text = Array.from(randomBytes(40), (byte) => alphabet.charAt(byte % alphabet.length)).join("");
  const credential = {
    customKeyIdentifier: null,
    displayName: wanted["displayName"] ?? null,
    endDateTime: instant(end),
    hint: text.slice(0, 3),
    keyId: newId(),
    secretText: null,
    startDateTime: instant(start),
  };
  const passwordCredentials = [...objectsAt(entry.data, "passwordCredentials"), credential];
  entry.data = { ...entry.data, passwordCredentials };
  store.secrets.add({ clientId: textAt(entry.data, "appId"), keyId: credential.keyId, text, start, end });
  return { ...credential, secretText: text };
}

function remove({ store, variable, body }: RoutedRequest): Answer {
  const entry = store.find("applications", variable("id"));
  const credentials = objectsAt(entry.data, "passwordCredentials");
  const keyId = isObject(body) ? body["keyId"] : undefined;
  const found = credentials.find((credential) => sameText(credential["keyId"], keyId));
  if (found === undefined) throw badRequest("No credentials found to be removed."); // [guess] the wording
  entry.data = { ...entry.data, passwordCredentials: credentials.filter((credential) => credential !== found) };
  store.secrets.remove(textAt(found, "keyId"));
  return noContent;
}

/** Makes every secret of every application older, as if this time had passed. */
export function agePasswords(store: Store, milliseconds: number): void {
  store.secrets.age(milliseconds);
  for (const entry of store.all("applications")) {
    const passwordCredentials = objectsAt(entry.data, "passwordCredentials").map((credential) => ({
      ...credential,
      startDateTime: instant((timeAt(credential, "startDateTime") ?? 0) - milliseconds),
      endDateTime: instant((timeAt(credential, "endDateTime") ?? 0) - milliseconds),
    }));
    entry.data = { ...entry.data, passwordCredentials };
  }
}

function timeAt(object: JsonObject, name: string): number | undefined {
  const text = textAt(object, name);
  return text === "" ? undefined : Date.parse(text);
}
