import { allows } from "../../model/verdict";
import { strings, type Draft } from "../draft";
import { written } from "../mistake";
import { grantsOf } from "./grants";
import type { Rule } from "./rule";

/** A role that reads secrets and is granted on the whole cluster reads those of every namespace, tokens among them. */
export const secretReaders: Rule = function* ({ clusters, roles, allow }) {
  if (strings(allow).some(({ text }) => text === "read-secrets")) return;
  const own = new Map(Object.entries(roles));
  for (const { path, grant } of grantsOf(clusters)) {
    const { clusterRole, namespaces } = grant;
    if (clusterRole === undefined || namespaces !== undefined) continue;
    const rule = own.get(clusterRole)?.rules.findIndex(readsSecrets) ?? -1;
    if (rule < 0) continue;
    yield {
      path: [...path, "clusterRole"],
      must: `must be granted in namespaces: ${written(["roles", clusterRole, "rules", rule])} reads every secret of the cluster, also tokens with more rights`,
      hint: "name namespaces or resourceNames; if it is wanted, write allow: [read-secrets]",
    };
  }
};

function readsSecrets({ verbs, ...lists }: Draft["roles"][string]["rules"][number]): boolean {
  const rule = {
    verbs: strings(verbs).map(({ text }) => text),
    apiGroups: strings(lists.apiGroups).map(({ text }) => text),
    resources: strings(lists.resources).map(({ text }) => text),
    resourceNames: strings(lists.resourceNames).map(({ text }) => text),
  };
  return ["get", "list", "watch"].some((verb) => allows(rule, { verb, resource: "secrets" }));
}
