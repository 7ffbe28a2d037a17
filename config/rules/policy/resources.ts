import { builtInGroups, isResourceOf, resourcesOf } from "../../../model/built-in-resources";
import { strings } from "../../draft";
import { didYouMean } from "../../suggestion";
import type { PolicyCheck } from "./policy-check";

/** A resource that none of the rule's groups has allows nothing. What custom resources there are only the cluster knows. */
export const resources: PolicyCheck = function* (rule, path) {
  const groups = strings(rule.apiGroups).map(({ text }) => text);
  if (groups.length === 0 || groups.some((group) => resourcesOf(group) === undefined)) return;
  const where = groups.map((group) => `"${group}"`).join(" or ");
  for (const { index, text } of strings(rule.resources)) {
    if (text === "*" || groups.some((group) => isResourceOf(group, text))) continue;
    const elsewhere = builtInGroups.find((group) => isResourceOf(group, text));
    const hint =
      elsewhere === undefined ? (near(text, groups) ?? near(text, builtInGroups)) : `it is in "${elsewhere}"`;
    yield {
      path: [...path, "resources", index],
      must: `must be a resource of the API group ${where}`,
      ...(hint === undefined ? {} : { hint }),
    };
  }
};

const near = (resource: string, groups: readonly string[]) =>
  didYouMean(
    resource,
    groups.flatMap((group) => resourcesOf(group) ?? []),
  );
