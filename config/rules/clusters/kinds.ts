import type { Draft } from "../../draft";
import { eksKeys, kinds, kubeconfigKinds, type Kind } from "../../schema/clusters/kinds";
import type { Rule } from "../rule";

type Entry = Draft["clusters"][string];

/** An entry of one kind, whose map is there. */
export type EntryOf<K extends Kind> = Entry & { readonly kind: K } & { readonly [One in K]: NonNullable<Entry[One]> };

/** An entry by its kind, where it has exactly one. */
export function ofOneKind(cluster: Entry | undefined): { [K in Kind]: EntryOf<K> }[Kind] | undefined {
  const [kind, ...others] = kindsOf(cluster ?? {});
  if (kind === undefined || others.length > 0) return undefined;
  return { ...cluster, kind } as { [K in Kind]: EntryOf<K> }[Kind];
}

/** The kind of an entry, where it has exactly one. */
export const kindOf = (cluster: Entry | undefined): Kind | undefined => ofOneKind(cluster)?.kind;

const kindsOf = (cluster: object) => kinds.filter((kind) => Object.hasOwn(cluster, kind));

const among = kinds.map((kind) => `"${kind}"`).join(", ");

const inItsPlace = `or the kind of cluster that it is: ${kubeconfigKinds.map((kind) => `"${kind}"`).join(", ")}`;

/** A cluster is of one kind. Where none is given, most mean EKS. */
export const oneKind: Rule = function* ({ clusters }) {
  const hasOther = Object.values(clusters).some((cluster) => kindsOf(cluster).some((kind) => kind !== "eks"));
  for (const [key, cluster] of Object.entries(clusters)) {
    const [first, ...others] = kindsOf(cluster);
    if (first === undefined)
      yield {
        path: ["clusters", key, "eks"],
        at: "key",
        must: "must be given",
        ...(hasOther ? { hint: inItsPlace } : {}),
      };
    for (const other of others) {
      const must = `must not be given beside "${first}", because each cluster must have exactly one of ${among}`;
      yield { path: ["clusters", key, other], at: "key", must };
    }
  }
};
oneKind.brings = {
  "clusters.*.eks": "must be given, unless the cluster is of another kind",
  ...Object.fromEntries(kubeconfigKinds.map((kind) => [`clusters.*.${kind}`, "must not be given beside another kind"])),
};

/** What would be done with them nobody could say: only EKS has associations, and only AWS such tags. */
export const keysOfEks: Rule = function* ({ clusters }) {
  for (const [key, cluster] of Object.entries(clusters)) {
    const kind = kindOf(cluster);
    if (kind === undefined || kind === "eks") continue;
    for (const name of eksKeys) {
      const isGiven = name === "tags" ? Object.keys(cluster.tags).length > 0 : Object.hasOwn(cluster, name);
      if (!isGiven) continue;
      const must = `must not be given for a cluster of the kind "${kind}", because only "eks" has ${hasOnly[name]}`;
      yield { path: ["clusters", key, name], at: "key", must };
    }
  }
};

/** What is in Azure's tokens nobody but Azure decides, and AKS demands nothing of them. */
export const aksClaims: Rule = function* ({ clusters }) {
  for (const [key, cluster] of Object.entries(clusters)) {
    if (kindOf(cluster) !== "aks" || Object.keys(cluster.requiredClaims).length === 0) continue;
    yield {
      path: ["clusters", key, "requiredClaims"],
      at: "key",
      must: 'must not be given for a cluster of the kind "aks", because AKS takes tokens of its own application and can demand no claims of them',
    };
  }
};
aksClaims.brings = { "clusters.*.requiredClaims": "must not be given with `aks`" };

const hasOnly = { associate: "an association", associationName: "an association", tags: "AWS tags" } as const;

keysOfEks.brings = Object.fromEntries(
  eksKeys.map((name) => [`clusters.*.${name}`, `must not be given without \`eks\``]),
);
