import type { GraphObject } from "../directory-view";
import { checkChange, checkNew } from "../check-body";
import { checkPolicy } from "../conditional-access-rules";
import { noContent } from "../graph-request";
import { newId } from "../identifier";
import { rightNow } from "../instant";
import { isObject, type JsonObject, objectAt, withoutAnnotations } from "../json";
import { created } from "../odata/listing";
import { readRoutes, type Route, route } from "../route";
import {
  conditionalAccessPolicy,
  conditionApplications,
  conditions,
  conditionUsers,
} from "../tables/conditional-access";

const path = "identity/conditionalAccess/policies";

/** Policies are kept and checked; nobody's sign-in is judged by them. [guess] The tenant's security defaults are off: with them an enabled one is refused. */
export const conditionalAccessPolicyRoutes: readonly Route[] = [
  ...readRoutes("conditionalAccessPolicies", path),
  route("POST", path, (request) => {
    const { store } = request;
    const body = withoutAnnotations(checkNew(store, "conditionalAccessPolicies", request.body));
    const policy = whole({ ...conditionalAccessPolicy.initial(), ...body, id: newId() });
    checkPolicy(store, policy);
    return created(request, store.create("conditionalAccessPolicies", policy));
  }),
  route("PATCH", `${path}/{id}`, ({ store, variable, body }) => {
    const entry = store.find("conditionalAccessPolicies", variable("id"));
    const change = withoutAnnotations(checkChange(store, "conditionalAccessPolicies", body));
    const policy = whole({ ...entry.data, ...change, id: entry.id, modifiedDateTime: rightNow() });
    checkPolicy(store, policy);
    entry.data = policy;
    return noContent;
  }),
  route("DELETE", `${path}/{id}`, ({ store, variable }) => {
    store.remove(store.find("conditionalAccessPolicies", variable("id")));
    return noContent;
  }),
];

/** A policy with what the service shows of conditions that were not given. */
function whole(policy: GraphObject): GraphObject {
  const given = objectAt(policy, "conditions");
  return {
    ...policy,
    conditions: {
      ...filled(conditions, given),
      applications: filled(conditionApplications, objectAt(given, "applications")),
      users: isObject(given["users"]) ? filled(conditionUsers, given["users"]) : null,
    },
  };
}

/** [guess] `null` for a list is an empty one */
function filled(initial: JsonObject, given: JsonObject): JsonObject {
  const entries = Object.entries(given).map(([name, value]) => [name, value ?? initial[name] ?? null]);
  return { ...initial, ...Object.fromEntries(entries) } as JsonObject;
}
