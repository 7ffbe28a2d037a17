import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type LineCounter, type Node, type Pair } from "yaml";
import type { Path } from "./mistake";

/** A place in a text; both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML document that still knows where each of its values stands. */
export class Source {
  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  at(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** The place of a key or value; of the nearest thing around it if it is not there. */
  locate(path: Path, what: "key" | "value" = "value"): Position {
    let node: unknown = this.document.contents;
    let start = startOf(node);
    for (const [depth, part] of path.entries()) {
      const pair = entry(this.resolved(node), part);
      if (pair === undefined) break;
      const last = depth === path.length - 1;
      node = pair.value;
      const value = startOf(node);
      const empty = isScalar(node) && node.value === null;
      start = (last && what === "key") || empty || value === undefined ? (startOf(pair.key) ?? value ?? start) : value;
    }
    return this.at(start ?? 0);
  }

  private resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.document) : node;
  }
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);

function entry(node: unknown, part: string | number): { key?: unknown; value: unknown } | undefined {
  if (isSeq(node))
    return typeof part === "number" && part < node.items.length ? { value: node.items[part] } : undefined;
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }: Pair) => isScalar(key) && key.value === part);
}
