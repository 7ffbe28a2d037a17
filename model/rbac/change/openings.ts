import type { Access } from "../../../config/schema/access";
import { comparedClusters } from "./compared-clusters";
import { clientOpenings } from "./client-openings";
import { clusterOpenings } from "./cluster-openings";
import type { Holder } from "./holders";
import type { Opening } from "./opening";
import { loginOpenings } from "./login-openings";
import { ownerOpenings } from "./owner-openings";
import { redirectOpenings } from "./redirect-openings";

/** What opens and closes by a change of the access file, by holder. */
export function openingsOf(before: Access, after: Access): { readonly holder: Holder; readonly openings: Opening[] }[] {
  const found = new Map<string, { holder: Holder; openings: Opening[] }>();
  const all = [
    ...comparedClusters(before, after).flatMap(clusterOpenings),
    ...ownerOpenings(before, after),
    ...redirectOpenings(before, after),
    ...clientOpenings(before, after),
    ...loginOpenings(before, after),
  ];
  for (const [holder, opening] of all) {
    const key = `${holder.kind} ${holder.name}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { holder, openings: [opening] });
    else known.openings.push(opening);
  }
  return [...found.values()];
}
