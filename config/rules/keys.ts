import { dnsLabel, visible, withoutToken } from "../schema/names";
import type { Rule } from "./rule";

/**
 * A group's key is its Terraform address and a Kubernetes label value. CDKTF drops every other character from an address,
 * so that two keys could become one group.
 */
const groupKey = /^[A-Za-z]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/;

/** Keys that become addresses, names of stacks and claims. */
export const keys: Rule = function* ({ groups, clusters }) {
  for (const key of Object.keys(groups)) {
    if (groupKey.test(key)) continue;
    yield {
      path: ["groups", key],
      at: "key",
      must: "must have a key of 1 to 63 letters, digits, - and _, the first a letter, the last a letter or a digit",
      hint: "put the name that people see into displayName",
    };
  }
  for (const [key, { requiredClaims }] of Object.entries(clusters)) {
    const path = ["clusters", key];
    if (!dnsLabel.test(key)) {
      const must = "must have a key of 1 to 63 lower-case letters, digits and -, not - at either end";
      yield { path, at: "key", must };
    }
    const [hasNoToken, mustHaveNoToken] = withoutToken;
    const [isVisible, mustBeVisible] = visible;
    for (const claim of Object.keys(requiredClaims)) {
      const at = { path: [...path, "requiredClaims", claim], at: "key" } as const;
      if (claim.length < 1 || claim.length > 63) yield { ...at, must: "must have a name of 1 to 63 characters" };
      else if (!hasNoToken(claim)) yield { ...at, must: mustHaveNoToken };
      else if (!isVisible(claim)) yield { ...at, must: mustBeVisible };
    }
  }
};
