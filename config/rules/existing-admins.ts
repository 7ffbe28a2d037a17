import { strings } from "../draft";
import { grantsOf } from "./grants";
import type { Rule } from "./rule";

/** Whoever owns a group that others keep lets anybody in, unseen by this file. */
export const existingAdmins: Rule = function* ({ groups, clusters, allow }) {
  if (strings(allow).some(({ text }) => text === "existing-cluster-admin")) return;
  const known = new Map(Object.entries(groups));
  for (const { path, grant } of grantsOf(clusters)) {
    const { group = "", clusterRole } = grant;
    if (clusterRole !== "cluster-admin" || known.get(group)?.existing === undefined) continue;
    yield {
      path: [...path, "group"],
      must: "must not be an existing group where cluster-admin is granted: its owners can let anybody in",
      hint: "grant it to a group that this file keeps; if it is wanted, write allow: [existing-cluster-admin]",
    };
  }
};
