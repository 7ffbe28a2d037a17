import { builtInRoles } from "../../../model/rbac/built-in-roles";
import { strings } from "../../draft";
import { isOfPlatform } from "../../include/pattern";
import { didYouMean } from "../../text/suggestion";
import type { Rule } from "../rule";

/** What a bound names in full is there, and a pattern can match: a slip would close what somebody meant to open. */
export const boundNames: Rule = function* ({ include, clusters, groups, roles }) {
  const known = {
    clusters: { names: Object.keys(clusters), must: "must be a cluster of this file, or a pattern with *" },
    grantsTo: { names: Object.keys(groups), must: 'must be a group under "groups", or a pattern with *' },
    roles: {
      names: [...Object.keys(roles), ...builtInRoles],
      must: 'must be a role under "roles", or a ClusterRole that Kubernetes has built in',
    },
  };
  for (const [file, bounds] of Object.entries(include)) {
    for (const bound of ["clusters", "grantsTo", "roles"] as const) {
      const { names, must } = known[bound];
      for (const { index, text } of strings(bounds[bound])) {
        if (names.includes(text) || (bound !== "roles" && text.includes("*"))) continue;
        yield { path: ["include", file, bound, index], must, hint: () => didYouMean(text, names) };
      }
    }
    for (const { index, text } of strings(bounds.namespaces)) {
      if (!text.includes("*") || !isOfPlatform(text)) continue;
      yield {
        path: ["include", file, "namespaces", index],
        must: "must be the whole name of a namespace, because no pattern stands for one of Kubernetes or OpenShift itself",
      };
    }
  }
};
boundNames.brings = {
  "include.*.clusters": "must name clusters of this file",
  "include.*.grantsTo": "must name groups",
  "include.*.namespaces": "must name a namespace of Kubernetes or OpenShift itself in full",
  "include.*.roles": "must name roles of this file or of Kubernetes",
};
