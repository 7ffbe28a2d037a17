import type { GraphObject } from "./directory-view";
import { isObject, type JsonObject, listAt, merged, objectsAt, without, withoutAnnotations } from "./json";
import { nothing } from "./tables/resource-table";

const partial = ["api", "web", "spa", "publicClient", "info", "parentalControlSettings"];

/** An application with the properties of a body. Its passwords stay as they are. */
export function changedApplication(data: GraphObject, body: JsonObject): GraphObject {
  const change = Object.entries(withoutAnnotations(body)).filter(([name]) => name !== "passwordCredentials");
  const changed = Object.fromEntries(change.map(([name, value]) => [name, changedProperty(data, name, value)]));
  return { ...data, ...changed, id: data.id };
}

// [src] Parts of these merge, as the provider sends some of them alone; `optionalClaims` it replaces, with {} to clear it.
function changedProperty(data: GraphObject, name: string, value: unknown): unknown {
  const old = data[name];
  if (partial.includes(name) && isObject(value) && isObject(old)) {
    const whole = without(merged(old, value), "redirectUriSettings");
    return "redirectUris" in old ? { ...whole, redirectUris: whole["redirectUris"] ?? [] } : whole;
  }
  if (name === "optionalClaims" && isObject(value)) return optionalClaims(value);
  if (name === "appRoles") return objectsAt({ [name]: value }, name).map(appRole);
  return Array.isArray(old) ? (value ?? []) : value;
}

function optionalClaims(claims: JsonObject): JsonObject {
  return Object.fromEntries(
    ["idToken", "accessToken", "saml2Token"].map((token) => [token, objectsAt(claims, token).map(optionalClaim)]),
  );
}

function optionalClaim(claim: JsonObject): JsonObject {
  const { name = null, essential = false } = claim;
  // [src] the provider sends "" for no source
  const source = claim["source"] === "" ? null : (claim["source"] ?? null);
  return { name, source, essential, additionalProperties: listAt(claim, "additionalProperties") };
}

function appRole(role: JsonObject): JsonObject {
  const empty = nothing("description displayName value");
  return { ...empty, allowedMemberTypes: [], isEnabled: true, origin: "Application", ...role };
}
