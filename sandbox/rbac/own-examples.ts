import { isResourceOf, resourcesOf } from "../../model/rbac/built-in-resources";
import type { PolicyRule } from "../../model/rbac/policy-rule";
import { strength } from "./verbs";
import type { Wish } from "./wish";

/** What rules allow, once each: the strongest verb of each resource and URL first, then the others. A `*` stands for one that it means. */
export function mostTelling(rules: readonly PolicyRule[]): Wish[] {
  const rounds: Wish[][] = [];
  for (const rule of rules) {
    const verbs = [...new Set(rule.verbs.map((verb) => (verb === "*" ? "delete" : verb)))];
    verbs.sort((one, other) => strength(other) - strength(one));
    verbs.forEach((verb, round) => (rounds[round] ??= []).push(...thingsOf(rule).map((thing) => ({ verb, ...thing }))));
  }
  return rounds.flat();
}

function thingsOf({ apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] }: PolicyRule) {
  const [name] = resourceNames;
  const named = name === undefined ? {} : { name };
  const pairs = apiGroups.flatMap((group) =>
    resources.map((resource) => concrete(group === "*" ? "" : group, resource)),
  );
  // A rule names every resource in every group: most pairs of two built-in groups are nothing.
  const real = pairs.filter(
    ({ apiGroup, resource }) => resourcesOf(apiGroup) === undefined || isResourceOf(apiGroup, resource),
  );
  return [
    ...real.map(({ apiGroup, resource }) => ({ resource, ...(apiGroup === "" ? {} : { apiGroup }), ...named })),
    ...nonResourceURLs.map((url) => ({ url: url.replace(/\/?\*$/, "/example") })),
  ];
}

/** One resource that a name means. */
function concrete(apiGroup: string, resource: string): { readonly apiGroup: string; readonly resource: string } {
  if (!resource.startsWith("*")) return { apiGroup, resource };
  const known = resourcesOf(apiGroup) ?? [];
  const subresource = resource.slice(1);
  const first =
    subresource === ""
      ? (known.find((one) => one === "pods") ?? known.find((one) => !one.includes("/")))
      : known.find((one) => one.endsWith(subresource));
  return { apiGroup, resource: first ?? `examples${subresource}` };
}
