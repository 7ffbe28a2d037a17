import { checkChange, checkNew } from "../check-body";
import { badRequest, GraphError, invalidValue, referenceExists, valueRequired } from "../graph-error";
import { type Answer, noContent, type RoutedRequest } from "../graph-request";
import { newId } from "../identifier";
import { type JsonObject, listAt, merged, sameText, textAt, withoutAnnotations } from "../json";
import { allMembersOf } from "../membership";
import { counting, created, listing, single } from "../odata/listing";
import { bound, checkMembers, referenceRoutes } from "../reference";
import { readRoutes, type Route, route } from "../route";
import type { Store } from "../store";
import { exchangeProperties, group } from "../tables/group";

const membersAllowed = ["users", "groups", "servicePrincipals"] as const;
const ownersAllowed = ["users", "servicePrincipals"] as const;

export const groupRoutes: readonly Route[] = [
  route("GET", "groups/{id}", showGroup),
  ...readRoutes("groups"),
  route("POST", "groups", createGroup),
  route("PATCH", "groups/{id}", changeGroup),
  route("DELETE", "groups/{id}", deleteGroup),
  ...referenceRoutes("groups", "members", membersAllowed),
  ...referenceRoutes("groups", "owners", ownersAllowed),
  route("GET", "groups/{id}/members/$count", (request) => {
    const { store } = request;
    return counting(request, store.linked(store.find("groups", request.variable("id")).id, "members"));
  }),
  route("GET", "groups/{id}/transitiveMembers", (request) => {
    const { store } = request;
    return listing(request, allMembersOf(store, store.find("groups", request.variable("id")).id));
  }),
];

function showGroup(request: RoutedRequest): Answer {
  const entry = request.store.find("groups", request.variable("id"));
  const asked = (request.query.get("$select") ?? "").split(",");
  // [seen] an application alone, whatever its rights: hashicorp/terraform-provider-azuread#1929, #1866
  if (isUnified(entry.data) && exchangeProperties.some((name) => asked.includes(name))) throw accessDenied();
  return single(request, entry);
}

function createGroup(request: RoutedRequest): Answer {
  const { store } = request;
  const body = checkNew(store, "groups", request.body);
  checkGroup(store, body);
  // [doc] display names need not be unique; who creates with an application alone does not become owner
  const owners = bound(store, body, "owners", ownersAllowed);
  const members = bound(store, body, "members", membersAllowed);
  const given = withoutAnnotations(body);
  checkMembers(store, given, members);
  const entry = store.create("groups", { ...group.initial(), ...given, ...mailOf(store, given), id: newId() });
  for (const owner of owners) store.links.add(entry.id, "owners", owner);
  for (const member of members) store.links.add(entry.id, "members", member);
  return created(request, entry);
}

function checkGroup(store: Store, body: JsonObject): void {
  if (/[@()\\[\]";:<>, ]/.test(textAt(body, "mailNickname"))) throw invalidValue("mailNickname", "Group"); // [doc]
  const unified = isUnified(body);
  if (body["mailEnabled"] === true && !unified) {
    // [seen]
    throw badRequest(
      "The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement property is unset and the security-enablement property is set.",
    );
  }
  if (body["mailEnabled"] !== true && unified) throw invalidValue("mailEnabled", "Group");
  if (listAt(body, "groupTypes").includes("DynamicMembership") && textAt(body, "membershipRule") === "") {
    throw valueRequired("membershipRule", "Group");
  }
  if (body["isAssignableToRole"] === true && listAt(body, "groupTypes").includes("DynamicMembership")) {
    throw badRequest("A group that can be assigned to a role cannot have dynamic membership."); // [doc] the rule, [guess] the wording
  }
  const same = store.all("groups").filter(({ data }) => sameText(data["mailNickname"], body["mailNickname"]));
  if (unified && same.some(({ data }) => isUnified(data))) {
    throw badRequest("Another object with the same value for property mailNickname already exists."); // [seen]
  }
}

function changeGroup({ store, variable, body }: RoutedRequest): Answer {
  const entry = store.find("groups", variable("id"));
  const change = checkChange(store, "groups", body);
  if (exchangeProperties.some((name) => name in change)) throw accessDenied(); // [src] an application alone may not
  const members = bound(store, change, "members", membersAllowed); // [doc] adds up to 20 members
  checkMembers(store, entry.data, members);
  if (members.some((member) => store.links.has(entry.id, "members", member))) throw referenceExists("members");
  for (const member of members) store.links.add(entry.id, "members", member);
  entry.data = { ...merged(entry.data, withoutAnnotations(change)), id: entry.id };
  return noContent;
}

function deleteGroup({ store, variable }: RoutedRequest): Answer {
  const entry = store.find("groups", variable("id"));
  if (isUnified(entry.data)) store.softDelete(entry);
  else store.remove(entry); // [doc] only Microsoft 365 groups can be restored
  return noContent;
}

const accessDenied = () =>
  new GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");

function isUnified(body: JsonObject): boolean {
  return listAt(body, "groupTypes").includes("Unified");
}

function mailOf({ tenant }: Store, body: JsonObject): JsonObject {
  if (!isUnified(body)) return {};
  const mail = `${textAt(body, "mailNickname")}@${tenant.domains[0] ?? ""}`;
  return { mail, proxyAddresses: [`SMTP:${mail}`], visibility: body["visibility"] ?? "Public" };
}
