import { dnsLabel, groupKey } from "../schema/names";
import type { Rule } from "./rule";

/** Keys that become addresses and names of stacks. */
export const keys: Rule = function* ({ groups, clusters, clients }) {
  for (const key of Object.keys(groups)) {
    if (groupKey.test(key)) continue;
    yield {
      path: ["groups", key],
      at: "key",
      must: "must have a key of 1 to 63 letters, digits, - and _, the first a letter, the last a letter or a digit",
      hint: "put the name that people see into displayName",
    };
  }
  for (const [map, entries] of Object.entries({ clusters, clients })) {
    for (const key of Object.keys(entries)) {
      if (dnsLabel.test(key)) continue;
      const must = "must have a key of 1 to 63 lower-case letters, digits and -, not - at either end";
      yield { path: [map, key], at: "key", must };
    }
  }
};
keys.brings = {
  "groups.*": "must have a key of letters, digits, - and _",
  "clusters.*": "must have a key of lower-case letters, digits and -",
  "clients.*": "must have a key of lower-case letters, digits and -",
};
