import { checkChange, checkNew } from "../check-body";
import { badRequest, invalidValue, notFound } from "../graph-error";
import { type Answer, noContent, type RoutedRequest } from "../graph-request";
import { newId } from "../identifier";
import { type JsonObject, merged, objectAt, sameText, textAt, without, withoutAnnotations } from "../json";
import { created, single } from "../odata/listing";
import { referencedBy } from "../reference";
import { readRoutes, type Route, route } from "../route";
import { checkSensitiveChange } from "../sensitive-change";
import type { Store } from "../store";
import { user } from "../tables/user";

export const userRoutes: readonly Route[] = [
  ...readRoutes("users"),
  route("POST", "users", createUser),
  route("PATCH", "users/{id}", changeUser),
  route("DELETE", "users/{id}", (request) => {
    const { store, variable } = request;
    const entry = store.find("users", variable("id"));
    checkSensitiveChange(request, entry);
    store.softDelete(entry);
    return noContent;
  }),
  route("GET", "users/{id}/manager", (request) => {
    const { store } = request;
    const [manager] = store.linked(store.find("users", request.variable("id")).id, "manager");
    if (manager === undefined) throw notFound("manager");
    return single(request, manager, true);
  }),
  route("PUT", "users/{id}/manager/$ref", ({ store, variable, body }) => {
    const { id } = store.find("users", variable("id"));
    const manager = store.findDirectoryObject(referencedBy(body));
    forgetManager(store, id);
    store.links.add(id, "manager", manager.id);
    return noContent;
  }),
  route("DELETE", "users/{id}/manager/$ref", ({ store, variable }) => {
    forgetManager(store, store.find("users", variable("id")).id);
    return noContent;
  }),
];

function createUser(request: RoutedRequest): Answer {
  const { store } = request;
  const body = checkNew(store, "users", request.body);
  checkName(store, textAt(body, "userPrincipalName"));
  checkFederation(store, body);
  checkPassword(textAt(objectAt(body, "passwordProfile"), "password"));
  checkLocation(body);
  const given = without(withoutAnnotations(body), "passwordProfile");
  const mail = textAt(given, "mail");
  const entry = store.create("users", {
    ...user.initial(),
    ...given,
    id: newId(),
    proxyAddresses: mail === "" ? [] : [`SMTP:${mail}`],
    identities: [identity(store, textAt(given, "userPrincipalName"))],
  });
  return created(request, entry);
}

function changeUser(request: RoutedRequest): Answer {
  const { store, variable, body } = request;
  const entry = store.find("users", variable("id"));
  const change = checkChange(store, "users", body);
  checkSensitiveChange(request, entry, Object.keys(change));
  checkMastered(entry.data, change);
  if ("userPrincipalName" in change) checkName(store, textAt(change, "userPrincipalName"), entry.id);
  checkLocation(change);
  const given = without(withoutAnnotations(change), "passwordProfile");
  const all = Object.entries(merged(entry.data, given));
  // [doc] null clears an extension's value
  const data = Object.fromEntries(all.filter(([name, value]) => !name.startsWith("extension_") || value !== null));
  if (Object.keys(data).filter((name) => name.startsWith("extension_")).length > 100) {
    throw badRequest("The number of extension property values on the object exceeds the maximum of 100."); // [doc] 100; wording [guess]
  }
  entry.data = { ...data, id: entry.id };
  return noContent;
}

/** How a user with this name signs in. */
export function identity({ tenant }: Store, userPrincipalName: string): JsonObject {
  const [issuer] = tenant.domains;
  return { signInType: "userPrincipalName", issuer, issuerAssignedId: userPrincipalName };
}

function checkName(store: Store, name: string, self?: string): void {
  const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(name) ?? [];
  if (domain === undefined) throw invalidValue("userPrincipalName", "User");
  if (!store.tenant.domains.some((verified) => sameText(verified, domain))) {
    // [seen]
    throw badRequest(
      "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.",
    );
  }
  if (store.all("users").some(({ id, data }) => id !== self && sameText(data["userPrincipalName"], name))) {
    throw badRequest("Another object with the same value for property userPrincipalName already exists."); // [seen]
  }
}

/** Who signs in elsewhere needs what that place knows them by. */
function checkFederation({ tenant: { federatedDomains = [] } }: Store, body: JsonObject): void {
  const [, domain = ""] = textAt(body, "userPrincipalName").split("@");
  if (!federatedDomains.some((federated) => sameText(federated, domain))) return;
  if (textAt(body, "onPremisesImmutableId") !== "") return;
  throw badRequest("SourceAnchor is a required property for creation of a federated user."); // [doc] the rule, [seen] the wording
}

/** What Active Directory decides of a person who is synchronized: which properties, [guess]. */
const mastered = ["accountEnabled", "displayName", "employeeType", "userPrincipalName"];

function checkMastered(user: JsonObject, change: JsonObject): void {
  if (user["onPremisesSyncEnabled"] !== true || !mastered.some((name) => name in change)) return;
  // [seen]
  throw badRequest(
    "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.",
  );
}

function checkPassword(password: string): void {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password));
  if (password.length >= 8 && kinds.length >= 3) return;
  // [seen]
  throw badRequest(
    "The specified password does not comply with password complexity requirements. Please provide a different password.",
  );
}

function checkLocation(body: JsonObject): void {
  const location = body["usageLocation"];
  if (typeof location === "string" && !/^[A-Z]{2}$/.test(location)) throw invalidValue("usageLocation", "User");
}

function forgetManager(store: Store, id: string): void {
  for (const manager of store.links.of(id, "manager")) store.links.remove(id, "manager", manager);
}
