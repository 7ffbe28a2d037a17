import { own } from "../../../model/own";
import type { Draft } from "../../draft";
import type { Mistake, Path } from "../../mistake";
import { kindOf } from "../clusters/kinds";

/** AWS keeps a secret in the account and the region of an EKS cluster; no other cluster has such. */
export function* mistakesInStore(
  clusters: Draft["clusters"],
  { path, cluster = "", store }: { readonly path: Path; readonly cluster: string | undefined; readonly store: unknown },
): Iterable<Mistake> {
  const kind = kindOf(own(clusters, cluster));
  if (kind === undefined || kind === "eks" || typeof store !== "object") return;
  yield {
    path,
    must: `must be "kubernetes", because clusters.${cluster} is of the kind "${kind}" and only "eks" says in which AWS region a secret would lie`,
  };
}
