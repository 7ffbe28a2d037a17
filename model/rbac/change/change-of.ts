import type { Access } from "../../../config/schema/access";
import { standingsIn } from "./compared-standings";
import { holdersOf, type Holder, type Standing } from "./holders";
import type { HoldersChange } from "./holders-change";
import { openingsOf } from "./openings";

/**
 * What a change of the access file gives and takes. Two files that give the same rights in other words differ in nothing:
 * rights are compared on each cluster and in each namespace, not groups, grants or roles.
 *
 * @returns in the order of the first holder's name, and then what opens to people whom the file does not list; whoever gains and
 *   loses nothing is not there
 */
export function changeOf(before: Access, after: Access): HoldersChange[] {
  const { keyOf, changeFor } = standingsIn(before, after);
  const found = new Map<string, { holders: Holder[]; was: Standing; is: Standing }>();
  for (const [holder, was, is] of holdersOf(before, after)) {
    const key = `${keyOf(was, is)}\n${String(is.byAnother ?? false)}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { holders: [holder], was, is });
    else known.holders.push(holder);
  }
  const changes = [...found.values()]
    .map(({ holders, was, is }) => {
      const change = changeFor(was, is);
      return { holders, ...change, ...(is.byAnother === true ? { signIns: [] } : {}), openings: [] };
    })
    .filter(({ gains, losses, signIns }) => gains.length + losses.length + signIns.length > 0);
  const opened = openingsOf(before, after).map(({ holder, openings }) => {
    return { holders: [holder], gains: [], losses: [], signIns: [], openings };
  });
  return [...changes, ...opened];
}
