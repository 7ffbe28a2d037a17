import { own } from "../../../model/own";
import type { Draft } from "../../draft";
import type { Mistake, Path } from "../../mistake";
import { didYouMean } from "../../text/suggestion";

/**
 * What is wrong with the name of a cluster that something runs on.
 *
 * @param because why the cluster must not be taken away
 */
export function* mistakesInCluster(
  clusters: Draft["clusters"],
  { path, name, because }: { readonly path: Path; readonly name: string; readonly because: string },
): Iterable<Mistake> {
  const cluster = own(clusters, name);
  if (cluster?.state === "absent") {
    yield { path, must: `must name a cluster without state: absent, because ${because}` };
  } else if (cluster === undefined) {
    yield {
      path,
      must: 'must name a cluster defined under "clusters"',
      hint: () => didYouMean(name, Object.keys(clusters)),
    };
  }
}
