import type { Rule } from "./rule";

/** EKS takes one identity provider a cluster, so two entries for it would fight over the slot. */
export const oneEntryACluster: Rule = function* ({ clusters }) {
  const seen = new Map<string, string>();
  for (const [key, { eks }] of Object.entries(clusters)) {
    if (eks.name === undefined || eks.region === undefined) continue;
    const identity = `${eks.region}/${eks.name}`;
    const other = seen.get(identity);
    if (other === undefined) seen.set(identity, key);
    else yield { path: ["clusters", key, "eks", "name"], must: `must be another cluster than clusters.${other}` };
  }
};
