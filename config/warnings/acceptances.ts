import type { ReportFinding } from "../finding";
import type { Places } from "../file/places";
import { written, type Path } from "../mistake";
import type { Access } from "../schema/access";
import type { FoundAt } from "./warning";

type Entry = Access["accepted"][number];

/** What a file says of a finding: that it accepts it, or accepted it until a day that is past; empty if it says nothing. */
type Said = Pick<ReportFinding, "accepted" | "ended">;

/** What the file accepts: asked for each finding, it remembers which entries were of use. */
export class Acceptances {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly used = new Set<Entry>();
  private readonly kinds: ReadonlySet<string>;
  private readonly today: string;

  /** @param now milliseconds since 1970 */
  constructor(
    private readonly accepted: readonly Entry[],
    private readonly places: Places,
    now: number,
  ) {
    this.today = new Date(now).toISOString().slice(0, 10);
    this.entries = new Map(accepted.map((entry) => [keyOf(entry.warning, entry), entry]));
    this.kinds = new Set(accepted.map(({ warning }) => warning));
  }

  /** By the entry that lasts longest of those that accept this kind at this path or around it. */
  of(kind: string, path: Path): Said {
    if (!this.kinds.has(kind)) return {};
    const { included: file, path: inside } = this.places.originOf(path);
    const places = [undefined, ...inside.map((_, index) => written(inside.slice(0, index + 1)))];
    const found = places.flatMap((at) => this.entries.get(keyOf(kind, { at, file })) ?? []);
    for (const entry of found) this.used.add(entry);
    const [longest] = found.toSorted((a, b) => (a.until < b.until ? 1 : -1));
    if (longest === undefined) return {};
    const { reason, until } = longest;
    return until < this.today ? { ended: until } : { accepted: { reason, until } };
  }

  /** The kinds of these entries, each once. */
  unusedKinds(): ReadonlySet<string> {
    return new Set(this.accepted.filter((entry) => !this.used.has(entry)).map(({ warning }) => warning));
  }

  /** Entries that none of the findings needed. */
  *unused(): Iterable<FoundAt> {
    for (const [index, entry] of this.accepted.entries()) {
      if (this.used.has(entry)) continue;
      const at = entry.at === undefined ? "" : ` at ${entry.at}`;
      const where = entry.file === undefined ? at : `${at} in ${entry.file}`;
      yield [["accepted", index], `accepts "${entry.warning}"${where}, which is not there`, "Delete the entry."];
    }
  }
}

const keyOf = (kind: string, { at, file }: Pick<Entry, "at" | "file">) => JSON.stringify([kind, at, file]);
