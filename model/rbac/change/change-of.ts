import type { Access } from "../../../config/schema/access";
import { standingsIn } from "./compared-standings";
import type { Difference } from "./difference";
import { holdersOf, type Holder, type Standing } from "./holders";

/** Something that somebody gains or loses on one cluster. */
export interface PlacedDifference extends Difference {
  /** Key of the cluster; with the EKS cluster behind it where the two files mean different ones. */
  readonly cluster: string;
}

/** Somebody is let in, or shut out. */
export interface SignInChange {
  readonly cluster: string;
  readonly kind: "let in" | "shut out";
  /**
   * Why the cluster refuses the person, in the file in which it does.
   *
   * @default - the cluster is not in that file
   */
  readonly reason?: string;
  /** Whether something was granted all the while: then it is the sign-in alone that makes the change. */
  readonly isCause: boolean;
  /** Whether nothing beside what everybody may comes or goes with it. */
  readonly isBare: boolean;
}

/** What the same people gain and lose. */
export interface HoldersChange {
  readonly holders: readonly Holder[];
  readonly gains: readonly PlacedDifference[];
  readonly losses: readonly PlacedDifference[];
  readonly signIns: readonly SignInChange[];
}

/**
 * What a change of the access file gives and takes. Two files that give the same rights in other words differ in nothing:
 * rights are compared on each cluster and in each namespace, not groups, grants or roles.
 *
 * @returns in the order of the first holder's name; whoever gains and loses nothing is not there
 */
export function changeOf(before: Access, after: Access): HoldersChange[] {
  const { keyOf, changeFor } = standingsIn(before, after);
  const found = new Map<string, { holders: Holder[]; was: Standing; is: Standing }>();
  for (const [holder, was, is] of holdersOf(before, after)) {
    const key = keyOf(was, is);
    const known = found.get(key);
    if (known === undefined) found.set(key, { holders: [holder], was, is });
    else known.holders.push(holder);
  }
  return [...found.values()]
    .map(({ holders, was, is }) => ({ holders, ...changeFor(was, is) }))
    .filter(({ gains, losses, signIns }) => gains.length + losses.length + signIns.length > 0);
}
