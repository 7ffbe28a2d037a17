import { strings } from "../../../draft";
import type { PolicyCheck } from "./check";

const lists = ["apiGroups", "resources", "verbs", "resourceNames", "nonResourceURLs"] as const;

export const repeated: PolicyCheck = function* (rule, path) {
  for (const list of lists) {
    const seen = new Set<string>();
    for (const { index, text } of strings(rule[list])) {
      if (seen.has(text)) yield { path: [...path, list, index], must: "must be listed once in a rule" };
      seen.add(text);
    }
  }
};
