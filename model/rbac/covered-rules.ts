import type { PolicyRule } from "./policy-rule";
import { allows, type Action, type UrlAction } from "./verdict";

/** Everything that can be asked of resources. */
const everyResource: PolicyRule = { verbs: ["*"], apiGroups: ["*"], resources: ["*"] };

/** The same, and of URLs. */
export const everything: readonly PolicyRule[] = [everyResource, { verbs: ["*"], nonResourceURLs: ["*"] }];

/**
 * Whether whatever some rules allow, others allow too: each piece of each rule, of one verb, one API group, one resource and one
 * name, is in one of the others. Nothing is covered by chance: a wildcard only by a wildcard.
 *
 * k8s.io/component-helpers/auth/rbac/validation: Covers
 *
 * @param place `namespaces`: URLs do not count, since no RoleBinding gives any
 */
export function covers(
  wide: readonly PolicyRule[],
  narrow: readonly PolicyRule[],
  place: "cluster" | "namespaces",
): boolean {
  return narrow.every((rule) => piecesOf(rule, place).every((piece) => wide.some((one) => allows(one, piece))));
}

/** A rule in pieces, each in the shape of what is asked: `allows` takes a wildcard only for a wildcard. */
function piecesOf(
  { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] }: PolicyRule,
  place: "cluster" | "namespaces",
): (Action | UrlAction)[] {
  const urls = place === "cluster" ? nonResourceURLs : [];
  const names = resourceNames.length === 0 ? [{}] : resourceNames.map((name) => ({ name }));
  return verbs.flatMap((verb) => [
    ...urls.map((url) => ({ verb, url })),
    ...apiGroups.flatMap((apiGroup) =>
      resources.flatMap((resource) => names.map((name) => ({ verb, apiGroup, resource, ...name }))),
    ),
  ]);
}
