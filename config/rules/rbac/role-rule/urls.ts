import { strings } from "../../../draft";
import type { PolicyCheck } from "./check";

/** k8s.io/api/rbac/v1 PolicyRule: "*s are allowed, but only as the full, final step in the path". */
export const urls: PolicyCheck = function* (rule, path) {
  for (const { index, text } of strings(rule.nonResourceURLs)) {
    if (text === "*" || /^\/[^*]*$/.test(text) || /^\/([^*]*\/)?\*$/.test(text)) continue;
    yield {
      path: [...path, "nonResourceURLs", index],
      must: 'must be a path that begins with "/", with "*" only as the last step',
    };
  }
};
