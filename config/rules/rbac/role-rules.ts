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
policyRules.brings = {
  "roles.*.rules[].verbs": "must be verbs of Kubernetes; dangerous ones need `allow`",
  "roles.*.rules[].apiGroups": "must be API groups without a version; a wildcard needs `allow`",
  "roles.*.rules[].resources": "must be resources of these API groups; a wildcard needs `allow`",
  "roles.*.rules[].resourceNames": "must be exact names of objects",
  "roles.*.rules[].nonResourceURLs": "must be paths; a wildcard for all needs `allow`",
};
