import type { Collection, GraphObject } from "./directory-view";

/** An object as the directory keeps it. */
export interface Entry {
  readonly collection: Collection;
  readonly id: string;
  /** Replaced as a whole by every change. */
  data: GraphObject;
  /** Until then the object has not reached the replica that answers. */
  readonly visibleAt: number;
}
