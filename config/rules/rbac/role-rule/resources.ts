import { builtInGroups, isResourceOf, resourcesOf } from "../../../../model/rbac/built-in-resources";
import { strings } from "../../../draft";
import { didYouMean } from "../../../text/suggestion";
import type { PolicyCheck } from "./check";

/** The plural of a custom resource is a DNS label; k8s.io/apiextensions-apiserver, ValidateCustomResourceDefinition. */
const pluralOfAny = /^(\*|[a-z]([-a-z0-9]*[a-z0-9])?)(\/[a-z]([-a-z0-9]*[a-z0-9])?)*$/;

/** A resource that none of the rule's groups has allows nothing. What custom resources there are only the cluster knows. */
export const resources: PolicyCheck = function* (rule, path) {
  const groups = strings(rule.apiGroups).map(({ text }) => text);
  if (groups.length === 0) return;
  if (groups.some((group) => resourcesOf(group) === undefined)) {
    yield* ofAnyGroup(rule, path);
    return;
  }
  const where = groups.map((group) => `"${group}"`).join(" or ");
  for (const { index, text } of strings(rule.resources)) {
    if (text === "*" || groups.some((group) => isResourceOf(group, text))) continue;
    yield {
      path: [...path, "resources", index],
      must: `must be a resource of the API group ${where}`,
      hint: () => {
        const elsewhere = builtInGroups.find((group) => isResourceOf(group, text));
        return elsewhere === undefined ? (near(text, groups) ?? near(text, builtInGroups)) : `it is in "${elsewhere}"`;
      },
    };
  }
};

/** What no API group can have, as a rule is compared to the letter. */
const ofAnyGroup: PolicyCheck = function* (rule, path) {
  for (const { index, text } of strings(rule.resources)) {
    // Keys of userextras are free.
    if (text === "*" || pluralOfAny.test(text) || text.startsWith("userextras/")) continue;
    yield {
      path: [...path, "resources", index],
      must: 'must be a resource: its plural in lower case, a subresource after a slash, and "*" only for all or before the slash',
    };
  }
};

const near = (resource: string, groups: readonly string[]) =>
  didYouMean(
    resource,
    groups.flatMap((group) => resourcesOf(group) ?? []),
  );
