import type { Origin, Places } from "../file/places";
import type { Source } from "../file/source";
import { own } from "../../model/own";
import { written, type Mistake, type Path } from "../mistake";
import type { Part } from "./part";

/** A mistake in an included file. */
export interface PartMistake {
  readonly part: Part;
  readonly mistake: Mistake;
}

type Entries = Readonly<Record<string, unknown>>;

const mapIn = (value: unknown, key: string): Entries | undefined => {
  const inner = isMap(value) ? own(value, key) : undefined;
  return isMap(inner) ? inner : undefined;
};
const isMap = (value: unknown): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Grants of an included file in the list of all: from the first to before the last. */
interface Range {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

/**
 * An access file with the files that it includes, as one value. The access file's own come first, so that a place in it has the
 * same path in the whole. A key stands in one file; grants on a cluster are added file by file. No address of Terraform comes
 * from the order: docs/decisions/0026-a-team-may-do-what-is-written.md
 */
export class Merged implements Places {
  readonly value: unknown;
  readonly mistakes: PartMistake[] = [];
  private readonly groups = new Map<string, Part>();
  private readonly grants = new Map<string, Range[]>();

  constructor(
    private readonly main: { readonly name: string; readonly source: Source },
    value: unknown,
    parts: readonly Part[],
  ) {
    const groups = new Map(Object.entries(mapIn(value, "groups") ?? {}));
    const clusters = new Map(Object.entries(mapIn(value, "clusters") ?? {}));
    for (const part of parts) {
      for (const room of ["groups", "clusters"]) {
        const given: unknown = isMap(part.value) ? own(part.value, room) : undefined;
        if (given !== undefined && !isMap(given)) this.tell(part, [room], "must be a map");
      }
      this.addGroups(part, groups);
      this.addGrants(part, clusters);
    }
    this.value = isMap(value)
      ? {
          ...value,
          ...(this.groups.size > 0 && isMapOrNone(value, "groups") ? { groups: Object.fromEntries(groups) } : {}),
          ...(this.grants.size > 0 ? { clusters: Object.fromEntries(clusters) } : {}),
        }
      : value;
  }

  originOf(path: Path): Origin {
    const { part, path: inside } = this.partOf(path) ?? {};
    if (part === undefined || inside === undefined) return { source: this.main.source, path };
    return { file: part.name, included: part.path, source: part.source, path: inside };
  }

  /** The included file that a path is in, and the path as that file counts; nothing for what is the access file's own. */
  partOf(path: Path): { readonly part: Part; readonly path: Path } | undefined {
    const [room, key = "", list, index] = path;
    if (room === "groups") {
      const part = this.groups.get(String(key));
      return part === undefined ? undefined : { part, path };
    }
    if (room !== "clusters" || list !== "grants" || typeof index !== "number") return undefined;
    const range = this.grants.get(String(key))?.find(({ from, to }) => index >= from && index < to);
    if (range === undefined) return undefined;
    return { part: range.part, path: [room, key, list, index - range.from, ...path.slice(4)] };
  }

  /** Sentences name grants by their position in the whole. */
  inWords(sentence: string, at: Path): string {
    const here = this.originOf(at).file;
    return sentence.replace(/clusters\.([a-z0-9-]+)\.grants\[(\d+)\]/g, (_, cluster: string, index: string) => {
      const { file, path } = this.originOf(["clusters", cluster, "grants", Number(index)]);
      return file === here ? written(path) : `${written(path)} of ${file ?? this.main.name}`;
    });
  }

  private addGroups(part: Part, groups: Map<string, unknown>): void {
    for (const [key, group] of Object.entries(mapIn(part.value, "groups") ?? {})) {
      if (groups.has(key)) {
        const path = ["groups", key];
        const other = this.originOf(path);
        const { line, column } = other.source.locate(path, "key");
        const place = `${other.file ?? this.main.name}:${String(line)}:${String(column)}`;
        this.tell(part, path, `must be defined in one file; it stands at ${place} already`, "key");
        continue;
      }
      groups.set(key, group);
      this.groups.set(key, part);
    }
  }

  private addGrants(part: Part, clusters: Map<string, unknown>): void {
    for (const [key, cluster] of Object.entries(mapIn(part.value, "clusters") ?? {})) {
      const grants: unknown = isMap(cluster) ? (own(cluster, "grants") ?? []) : [];
      if (!isMap(cluster)) this.tell(part, ["clusters", key], "must be a map");
      if (!Array.isArray(grants)) this.tell(part, ["clusters", key, "grants"], "must be a list of grants");
      const around = clusters.get(key);
      if (!isMap(around) || !Array.isArray(grants) || grants.length === 0) continue;
      const before = own(around, "grants") ?? [];
      // What is no list is told of the file that has it.
      if (!Array.isArray(before)) continue;
      clusters.set(key, { ...around, grants: [...(before as unknown[]), ...(grants as unknown[])] });
      const ranges = this.grants.get(key) ?? [];
      ranges.push({ part, from: before.length, to: before.length + grants.length });
      this.grants.set(key, ranges);
    }
  }

  private tell(part: Part, path: Path, must: string, at: "key" | "value" = "value"): void {
    this.mistakes.push({ part, mistake: { path, at, must } });
  }
}

function isMapOrNone(value: Entries, key: string): boolean {
  const inner = own(value, key);
  return inner === undefined || isMap(inner);
}
