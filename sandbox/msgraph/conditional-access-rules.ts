import type { GraphObject } from "./directory-view";
import { badRequest, type GraphError } from "./graph-error";
import { isUuid } from "./identifier";
import { isObject, type JsonObject, objectAt, sameText, textAt, textsAt } from "./json";
import type { Store } from "./store";

const states = ["enabled", "disabled", "enabledForReportingButNotEnforced"];

/** Checks a Conditional Access policy as it would become. Codes and wordings that are not [seen] are a [guess]. */
export function checkPolicy(store: Store, policy: GraphObject): void {
  const name = textAt(policy, "displayName");
  if (name === "" || name.length > 256 || !states.includes(textAt(policy, "state"))) throw otherSchema();
  const conditions = objectAt(policy, "conditions");
  if (textsAt(conditions, "clientAppTypes").length === 0) {
    // [seen]
    throw refused(
      "1064: 'clientAppTypes' condition does not support []. If you want to target all client apps, use ['All'].",
    );
  }
  checkApplications(store, objectAt(conditions, "applications"));
  checkUsers(store, objectAt(conditions, "users"));
  checkLocations(store, objectAt(conditions, "locations"));
  checkControls(policy);
}

function checkApplications(store: Store, applications: JsonObject): void {
  const included = textsAt(applications, "includeApplications");
  if (included.length === 0 && textsAt(applications, "includeUserActions").length === 0) {
    // [seen]
    throw refused(
      "1011: 'applications' condition must specify the applications to include. Try 'includeApplications' = ['none'] to start with.",
    );
  }
  for (const id of [...included, ...textsAt(applications, "excludeApplications")]) {
    if (isOneOf(id, "all", "none", "office365", "microsoftadminportals")) continue;
    if (!isUuid(id)) throw otherSchema(); // [seen] names are refused
    const known = store.all("servicePrincipals").some(({ data }) => sameText(data["appId"], id));
    if (!known) throw refused(`1009: Policy contains invalid applications: {${id}}`);
  }
}

function checkUsers(store: Store, users: JsonObject): void {
  const included = ["includeUsers", "includeGroups", "includeRoles"].flatMap((kind) => textsAt(users, kind));
  if (included.length === 0 && !isObject(users["includeGuestsOrExternalUsers"])) {
    throw refused("1013: 'users' condition must specify the users to include.");
  }
  for (const [kind, collection] of [
    ["Users", "users"],
    ["Groups", "groups"],
  ] as const) {
    for (const id of [...textsAt(users, `include${kind}`), ...textsAt(users, `exclude${kind}`)]) {
      if (kind === "Users" && isOneOf(id, "all", "none", "guestsorexternalusers")) continue;
      if (!isUuid(id)) throw otherSchema();
      if (!store.visible(collection).some((entry) => sameText(entry.id, id))) {
        throw refused(`1014: Policy contains invalid ${collection}: {${id}}`);
      }
    }
  }
}

function checkLocations(store: Store, locations: JsonObject): void {
  for (const id of [...textsAt(locations, "includeLocations"), ...textsAt(locations, "excludeLocations")]) {
    if (isOneOf(id, "all", "alltrusted")) continue;
    if (store.visible("namedLocations").some((entry) => sameText(entry.id, id))) continue;
    throw refused(`1040: NetworkNamedLocation with id ${id} does not exist in the directory.`); // [seen]
  }
}

function checkControls(policy: JsonObject): void {
  if (!isObject(policy["grantControls"]) && !isObject(policy["sessionControls"])) {
    throw refused("1016: Either 'grantControls' or 'sessionControls' must be specified.");
  }
  if (!isObject(policy["grantControls"])) return;
  const controls = textsAt(policy["grantControls"], "builtInControls");
  if (!isOneOf(textAt(policy["grantControls"], "operator"), "and", "or")) throw otherSchema();
  if (controls.length === 0 || !controls.every((control) => isOneOf(control, "block", "mfa", "compliantdevice"))) {
    throw refused("1019: 'grantControls' must hold known controls. (sandbox: block, mfa and compliantDevice)");
  }
  // [doc] block stands alone
  if (controls.includes("block") && controls.length > 1)
    throw refused("1018: 'block' cannot be combined with other controls.");
}

const isOneOf = (text: string, ...words: readonly string[]) => words.includes(text.toLowerCase());

const refused = (message: string): GraphError => badRequest(message, "BadRequest");

/** [seen] */
const otherSchema = (): GraphError =>
  refused(
    "1007: Incoming ConditionalAccessPolicy object is null or does not match the schema of ConditionalAccessPolicy type.",
  );
