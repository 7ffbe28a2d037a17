import type { Mistake, Path } from "../../mistake";

interface Turns {
  readonly lifetimeDays?: number | undefined;
  readonly overlapDays?: number | undefined;
}

/** There are two secrets at a time: a longer overlap would need a third. */
export function* mistakesInOverlap(path: Path, { lifetimeDays = 180, overlapDays }: Turns): Iterable<Mistake> {
  if ((overlapDays ?? 30) <= lifetimeDays / 2) return;
  yield overlapDays === undefined
    ? { path: [...path, "lifetimeDays"], must: "must be at least twice overlapDays, which is 30" }
    : {
        path: [...path, "overlapDays"],
        must: `must be at most half of lifetimeDays, which is ${String(lifetimeDays)}`,
      };
}
