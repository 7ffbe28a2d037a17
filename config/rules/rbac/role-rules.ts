import { strings } from "../../draft";
import type { Rule } from "../rule";
import { apiGroups } from "./role-rule/api-groups";
import { dangers } from "./role-rule/dangers";
import { repeated } from "./role-rule/repeated";
import { resourceNames } from "./role-rule/resource-names";
import { resources } from "./role-rule/resources";
import { urls } from "./role-rule/urls";
import { verbs } from "./role-rule/verbs";

const checks = [verbs, apiGroups, resources, resourceNames, urls, repeated];

/** Every rule of every role under `roles`: one that allows nothing, and one that allows more than meets the eye. */
export const policyRules: Rule = function* ({ roles, allow }) {
  const everywhere = strings(allow).map(({ text }) => text);
  for (const [name, { rules, allow: ofRole }] of Object.entries(roles)) {
    const allowed = [...everywhere, ...strings(ofRole).map(({ text }) => text)];
    for (const [index, rule] of rules.entries()) {
      const path = ["roles", name, "rules", index];
      for (const check of checks) yield* check(rule, path);
      yield* dangers(rule, path, allowed);
    }
  }
};
