import { own } from "../../model/own";
import type { Welcome } from "./welcome";

/** The AKS clusters among those that the person may do something on, where another program signs in. */
export function aksAmong({ access, held }: Pick<Welcome, "access" | "held">): string[] {
  return held.flatMap(({ cluster }) => (own(access.clusters, cluster)?.aks === undefined ? [] : [cluster]));
}
