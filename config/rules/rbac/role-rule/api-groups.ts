import { distance } from "fastest-levenshtein";
import { builtInGroups } from "../../../../model/rbac/built-in-resources";
import { strings } from "../../../draft";
import type { Mistake } from "../../../mistake";
import { didYouMean } from "../../../text/suggestion";
import type { PolicyCheck } from "./check";

/** A group of custom resources is a DNS subdomain: ValidateCustomResourceDefinition in k8s.io/apiextensions-apiserver. */
const domain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/;

/** Groups of custom resources are the cluster's own affair, unless one looks like a mistyped group of Kubernetes. */
export const apiGroups: PolicyCheck = function* (rule, path) {
  for (const { index, text } of strings(rule.apiGroups)) {
    if (text === "*" || builtInGroups.includes(text)) continue;
    const mistake = mistakeIn(text);
    if (mistake !== undefined) yield { path: [...path, "apiGroups", index], ...mistake };
  }
};

function mistakeIn(group: string): Pick<Mistake, "must" | "hint"> | undefined {
  const [name = "", version] = group.split("/");
  if (version !== undefined) return { must: "must be an API group without its version", hint: `write "${name}"` };
  if (["core", "v1"].includes(group)) return { must: "must be an API group", hint: 'write "" for the core group' };
  const isCustom = domain.test(group);
  const near = didYouMean(group, isCustom ? builtInGroups.filter((known) => isMistyped(group, known)) : builtInGroups);
  if (isCustom && near === undefined) return undefined;
  const must = "must be an API group of Kubernetes, or a domain such as example.com for custom resources";
  return near === undefined ? { must } : { must, hint: near };
}

/** Tighter than a suggestion: `networking.k8s.aws` and `scheduling.x-k8s.io` are groups of their own. */
function isMistyped(group: string, known: string): boolean {
  if (!known.includes(".") || group.endsWith(".x-k8s.io")) return false;
  const most = group.endsWith(".k8s.io") ? 3 : 2;
  return Math.abs(group.length - known.length) <= most && distance(group, known) <= most;
}
