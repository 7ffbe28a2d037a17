import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { Path, Position } from "../mistake";
import type { Origin, Places } from "./places";

/** A YAML document that still knows where each of its values stands. */
export class Source implements Places {
  private readonly pairs = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

  constructor(
    private readonly contents: Document.Parsed["contents"],
    private readonly lines: LineCounter,
    /** What each alias stands for. */
    private readonly aliases: ReadonlyMap<unknown, Node> = new Map(),
  ) {}

  originOf(path: Path): Origin {
    return { source: this, path };
  }

  inWords(sentence: string): string {
    return sentence;
  }

  at(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** The place of a key or value; of the nearest thing around it if it is not there. */
  locate(path: Path, what: "key" | "value" = "value"): Position {
    return this.at(this.offsetOf(path, what));
  }

  /** The same in UTF-16 code units from the beginning. */
  offsetOf(path: Path, what: "key" | "value" = "value"): number {
    let node: unknown = this.contents;
    let start = startOf(node);
    const last = path.length - 1;
    for (let depth = 0; depth <= last; depth++) {
      const pair = this.entry(this.resolved(node), path[depth] ?? "");
      if (pair === undefined) break;
      node = pair.value;
      const value = startOf(node);
      const empty = isScalar(node) && node.value === null;
      start =
        (depth === last && what === "key") || empty || value === undefined
          ? (startOf(pair.key) ?? value ?? start)
          : value;
    }
    return start ?? 0;
  }

  /** A plain word as it stands in the text, `3.10` say, which is read as a number; nothing for what is quoted or no word. */
  word(path: Path): string | undefined {
    let node: unknown = this.contents;
    for (const part of path) node = this.entry(this.resolved(node), part)?.value;
    node = this.resolved(node);
    return isScalar(node) && node.type === "PLAIN" ? node.source : undefined;
  }

  private resolved(node: unknown): unknown {
    return isAlias(node) ? this.aliases.get(node) : node;
  }

  private entry(node: unknown, part: string | number): { key?: unknown; value: unknown } | undefined {
    if (isSeq(node))
      return typeof part === "number" && part < node.items.length ? { value: node.items[part] } : undefined;
    return isMap(node) ? this.pairsOf(node).get(part) : undefined;
  }

  /** By key: a search from the first one for each of many would take the square of their number. */
  private pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair> {
    const known = this.pairs.get(map);
    if (known !== undefined) return known;
    const pairs = new Map<unknown, Pair>();
    for (const pair of map.items) {
      if (isScalar(pair.key) && !pairs.has(pair.key.value)) pairs.set(pair.key.value, pair);
    }
    this.pairs.set(map, pairs);
    return pairs;
  }
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);
