import type { Difference } from "./difference";
import type { Holder } from "./holders";
import type { Touched } from "./known-people";
import type { Opening } from "./opening";

/** Something that somebody gains or loses on one cluster. */
export interface PlacedDifference extends Difference {
  /** Key of the cluster; with the EKS cluster behind it where the two files mean different ones. */
  readonly cluster: string;
}

/** Somebody is let in, or shut out; or is let in with groups, or without, and was not so before. */
export interface SignInChange {
  readonly cluster: string;
  readonly kind: "let in" | "shut out" | "gets groups" | "loses groups";
  /**
   * Why the cluster refuses the person, or knows no groups of the person, in the file in which it does.
   *
   * @default - the cluster is not in that file
   */
  readonly reason?: string;
  /**
   * Why the cluster knows no groups of somebody whom it lets in now.
   *
   * @default - it knows them
   */
  readonly groupless?: string;
  /**
   * Of whom alone it holds.
   *
   * @default - everybody
   */
  readonly of?: Touched;
  /**
   * Why there is no such cluster any more: it is being taken away, or the entry names another one.
   *
   * @default - it is there, or gone from the file
   */
  readonly gone?: "absent" | "elsewhere";
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
  readonly openings: readonly Opening[];
}
