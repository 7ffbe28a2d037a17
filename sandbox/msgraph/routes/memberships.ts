import type { Entry } from "../entry";
import type { Answer, RoutedRequest } from "../graph-request";
import { isObject } from "../json";
import { allGroupsOf, groupsOf } from "../membership";
import { listing } from "../odata/listing";
import { type Route, route } from "../route";

const collections = ["users", "groups", "servicePrincipals"] as const;

/** What everybody who can be in a group is in. */
export const membershipRoutes: readonly Route[] = collections.flatMap((collection) => {
  const found = (request: RoutedRequest): Entry => request.store.find(collection, request.variable("id"));
  return [
    route("GET", `${collection}/{id}/memberOf`, (request) =>
      listing(request, groupsOf(request.store, found(request).id)),
    ),
    route("GET", `${collection}/{id}/transitiveMemberOf`, (request) =>
      listing(request, allGroupsOf(request.store, found(request).id)),
    ),
    ...["getMemberGroups", "getMemberObjects"].map((name) =>
      route("POST", `${collection}/{id}/${name}`, (request) => groupIds(request, found(request))),
    ),
  ];
});

function groupIds({ store, body }: RoutedRequest, { id }: Entry): Answer {
  const onlySecurity = isObject(body) && body["securityEnabledOnly"] === true;
  const groups = allGroupsOf(store, id).filter(({ data }) => !onlySecurity || data["securityEnabled"] === true);
  return { status: 200, body: { value: groups.map((group) => group.id) } };
}
