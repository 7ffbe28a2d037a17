import { checkNew } from "../check-body";
import type { Collection, GraphObject } from "../directory-view";
import type { Entry } from "../entry";
import { badRequest, GraphError } from "../graph-error";
import { type Answer, noContent, type RoutedRequest } from "../graph-request";
import { assignmentId } from "../identifier";
import { isObject, objectsAt, sameText, textAt, textsAt } from "../json";
import { created, listing, single } from "../odata/listing";
import { type Route, route } from "../route";
import type { Store } from "../store";
import { appRoleAssignment } from "../tables/small-resources";
import { tables } from "../tables/tables";
import { wholeObject } from "../whole-object";

const principals = ["users", "groups", "servicePrincipals"] as const;
const defaultAccess = "00000000-0000-0000-0000-000000000000";

export const appRoleAssignmentRoutes: readonly Route[] = [
  ...principals.flatMap((collection) =>
    routesBelow(collection, "appRoleAssignments", "principalId", "principalId must be the id of the addressed object."),
  ),
  ...routesBelow("servicePrincipals", "appRoleAssignedTo", "resourceId"),
];

/** Assignments as one end of them sees them: what somebody has, or who has roles of a resource. */
function routesBelow(collection: Collection, name: string, end: string, mismatch?: string): readonly Route[] {
  const path = `${collection}/{id}/${name}`;
  const owner = ({ store, variable }: RoutedRequest) => store.find(collection, variable("id"));
  const found = (request: RoutedRequest) => {
    owner(request);
    return request.store.find("appRoleAssignments", request.variable("assignment"));
  };
  return [
    route("GET", path, (request) => {
      const { id } = owner(request);
      const assignments = request.store.visible("appRoleAssignments").filter(({ data }) => data[end] === id);
      return listing(request, assignments, "appRoleAssignments");
    }),
    route("POST", path, (request) => {
      const { id } = owner(request);
      const given = isObject(request.body) ? request.body[end] : undefined;
      if (mismatch !== undefined && !sameText(given, id)) throw badRequest(mismatch); // [guess] the wording
      return createAssignment(request);
    }),
    route("GET", `${path}/{assignment}`, (request) => single(request, found(request))),
    route("DELETE", `${path}/{assignment}`, (request) => {
      request.store.remove(found(request));
      return noContent;
    }),
  ];
}

function createAssignment(request: RoutedRequest): Answer {
  const { store } = request;
  const body = checkNew(store, "appRoleAssignments", request.body);
  const resource = store.find("servicePrincipals", textAt(body, "resourceId"));
  const principal = principalOf(store, textAt(body, "principalId"));
  const appRoleId = textAt(body, "appRoleId");
  checkRole(store, resource, principal, appRoleId);
  const exists = store
    .all("appRoleAssignments")
    .some(
      ({ data }) =>
        data["principalId"] === principal.id &&
        data["resourceId"] === resource.id &&
        sameText(data["appRoleId"], appRoleId),
    );
  if (exists) throw badRequest("Permission being assigned already exists on the object"); // [seen]
  return created(request, store.create("appRoleAssignments", assignment(store, principal, resource, appRoleId)));
}

/** The data of an assignment. */
function assignment(store: Store, principal: Entry, resource: Entry, appRoleId: string): GraphObject {
  return {
    ...appRoleAssignment.initial(),
    id: assignmentId(principal.id),
    appRoleId,
    principalDisplayName: wholeObject(store, principal, "v1.0")["displayName"],
    principalId: principal.id,
    principalType: tables[principal.collection].label,
    resourceDisplayName: wholeObject(store, resource, "v1.0")["displayName"],
    resourceId: resource.id,
  };
}

function checkRole(store: Store, resource: Entry, principal: Entry, appRoleId: string): void {
  if (appRoleId === defaultAccess) return; // [doc]
  const roles = objectsAt(wholeObject(store, resource, "v1.0"), "appRoles");
  const role = roles.find(({ id, isEnabled }) => sameText(id, appRoleId) && isEnabled === true);
  const kind = principal.collection === "servicePrincipals" ? "Application" : "User";
  if (role !== undefined && textsAt(role, "allowedMemberTypes").includes(kind)) return;
  throw badRequest("Permission being assigned was not found on application"); // [seen]
}

function principalOf(store: Store, id: string): Entry {
  const invalid = badRequest("Not a valid reference update."); // [src]
  try {
    const principal = store.findDirectoryObject(id);
    if (principals.some((collection) => collection === principal.collection)) return principal;
  } catch (error) {
    if (error instanceof GraphError) throw invalid;
    throw error;
  }
  throw invalid;
}
