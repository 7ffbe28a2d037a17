import type { Rule } from "../rule";

/** What `policy.existingMembers` refuses. */
export const existingMembers: Rule = function* ({ policy, groups }) {
  if (policy.existingMembers !== "refuse") return;
  for (const [key, group] of Object.entries(groups)) {
    if (group.existing === undefined) continue;
    for (const list of ["members", "groups"] as const) {
      if (group[list].length === 0) continue;
      yield {
        path: ["groups", key, list],
        at: "key",
        must: 'must not be given for an existing group, since policy.existingMembers is "refuse": the owners of that group decide who is in it',
      };
    }
  }
};
existingMembers.brings = {
  "groups.*.members": "must not be given for an existing group with `policy.existingMembers: refuse`",
  "groups.*.groups": "must not be given for an existing group with `policy.existingMembers: refuse`",
};
