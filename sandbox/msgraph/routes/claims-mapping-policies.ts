import { checkChange, checkNew } from "../check-body";
import { badRequest, valueRequired } from "../graph-error";
import { noContent } from "../graph-request";
import { newId } from "../identifier";
import { isObject, type JsonObject, listAt, objectAt, objectsAt, textAt, withoutAnnotations } from "../json";
import { created } from "../odata/listing";
import { readRoutes, type Route, route } from "../route";
import { claimsMappingPolicy } from "../tables/small-resources";

const path = "policies/claimsMappingPolicies";

export const claimsMappingPolicyRoutes: readonly Route[] = [
  ...readRoutes("claimsMappingPolicies", path),
  route("POST", path, (request) => {
    const { store } = request;
    const body = checkNew(store, "claimsMappingPolicies", request.body);
    checkPolicy(body);
    const data = { ...claimsMappingPolicy.initial(), ...withoutAnnotations(body), id: newId() };
    return created(request, store.create("claimsMappingPolicies", data));
  }),
  route("PATCH", `${path}/{id}`, ({ store, variable, body }) => {
    const entry = store.find("claimsMappingPolicies", variable("id"));
    const change = withoutAnnotations(checkChange(store, "claimsMappingPolicies", body));
    const data = { ...entry.data, ...change, id: entry.id };
    checkPolicy(data);
    entry.data = data;
    return noContent;
  }),
  // [guess] a policy that is still assigned may be deleted, and its assignments go with it
  route("DELETE", `${path}/{id}`, ({ store, variable }) => {
    store.remove(store.find("claimsMappingPolicies", variable("id")));
    return noContent;
  }),
];

function checkPolicy(policy: JsonObject): void {
  if (textAt(policy, "displayName") === "") throw valueRequired("displayName", "Policy");
  const definitions = listAt(policy, "definition");
  if (definitions.length === 0) throw valueRequired("definition", "Policy");
  if (!definitions.every(isDefinition)) throw badRequest("Property definition has an invalid value."); // [seen]
}

function isDefinition(text: unknown): boolean {
  const policy = objectAt(parsed(text), "ClaimsMappingPolicy");
  return policy["Version"] === 1 && objectsAt(policy, "ClaimsSchema").every(isClaim);
}

/** Whether a claim says where it comes from and what it becomes: learn.microsoft.com/entra/identity-platform/reference-claims-customization [doc] */
function isClaim(claim: JsonObject): boolean {
  const has = (name: string) => textAt(claim, name) !== "";
  const complete = !has("Source") || has("ID") || has("ExtensionID") || claim["Source"] === "transformation";
  return complete && (has("JwtClaimType") || has("SamlClaimType"));
}

function parsed(text: unknown): JsonObject {
  if (typeof text !== "string") return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
