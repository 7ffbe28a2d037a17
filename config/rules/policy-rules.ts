import { strings } from "../draft";
import { apiGroups } from "./policy/api-groups";
import { dangers } from "./policy/dangers";
import { repeated } from "./policy/repeated";
import { resourceNames } from "./policy/resource-names";
import { resources } from "./policy/resources";
import { urls } from "./policy/urls";
import { verbs } from "./policy/verbs";
import type { Rule } from "./rule";

const checks = [verbs, apiGroups, resources, resourceNames, urls, repeated];

/** Every rule of every role under `roles`: one that allows nothing, and one that allows more than meets the eye. */
export const policyRules: Rule = function* ({ roles, allow }) {
  const allowed = strings(allow).map(({ text }) => text);
  for (const [name, { rules, allow: ofRole }] of Object.entries(roles)) {
    for (const [index, rule] of rules.entries()) {
      const path = ["roles", name, "rules", index];
      for (const check of checks) yield* check(rule, path);
      yield* dangers(rule, path, [...allowed, ...strings(ofRole).map(({ text }) => text)]);
    }
  }
};
