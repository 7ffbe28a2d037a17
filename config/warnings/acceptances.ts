import type { Places } from "../file/places";
import { written, type Path } from "../mistake";
import type { Access } from "../schema/access";
import type { FoundAt } from "./warning";

type Entry = Access["accepted"][number];

/** What the file accepts: asked for each finding, it remembers which entries were of use. */
export class Acceptances {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly used = new Set<Entry>();
  private readonly kinds: ReadonlySet<string>;

  constructor(
    private readonly accepted: readonly Entry[],
    private readonly places: Places,
  ) {
    this.entries = new Map(accepted.map((entry) => [keyOf(entry.warning, entry), entry]));
    this.kinds = new Set(accepted.map(({ warning }) => warning));
  }

  /** The entry that lasts longest of those that accept this kind at this path or around it. */
  of(kind: string, path: Path): Entry | undefined {
    if (!this.kinds.has(kind)) return undefined;
    const { included: file, path: inside } = this.places.originOf(path);
    const places = [undefined, ...inside.map((_, index) => written(inside.slice(0, index + 1)))];
    const found = places.flatMap((at) => this.entries.get(keyOf(kind, { at, file })) ?? []);
    for (const entry of found) this.used.add(entry);
    return found.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];
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
