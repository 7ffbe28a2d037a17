import { secretProviders } from "../../../model/clients/secret-providers";
import { own } from "../../../model/own";
import type { Draft } from "../../draft";
import type { Mistake, Path } from "../../mistake";
import { ofOneKind } from "../clusters/kinds";

/** AWS keeps a secret in the account and the region of an EKS cluster; no other cluster has such. */
export function* mistakesInStore(
  clusters: Draft["clusters"],
  { path, cluster = "", store }: { readonly path: Path; readonly cluster: string | undefined; readonly store: unknown },
): Iterable<Mistake> {
  const entry = ofOneKind(own(clusters, cluster));
  if (entry === undefined || typeof store !== "object" || secretProviders(entry, store).includes("aws")) return;
  yield {
    path,
    must: `must be "kubernetes", because clusters.${cluster} is of the kind "${entry.kind}" and only "eks" says in which AWS region a secret would lie`,
  };
}
