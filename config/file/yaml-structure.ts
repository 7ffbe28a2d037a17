import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node, type Scalar, type YAMLMap } from "yaml";
import type { Path } from "../mistake";

/** A mistake of the document's structure; after a fatal one its values cannot be read. */
export interface StructuralMistake {
  readonly node: Node;
  readonly path: Path;
  readonly rule: "duplicate-key" | "reserved-key" | "merge-key" | "alias";
  readonly fatal: boolean;
  /**
   * What must hold.
   *
   * @param lineOf the line that a node stands in
   */
  readonly must: (lineOf: (node: Node) => number) => string;
}

/** Every JavaScript object answers to these, so a look-up by such a name finds something that nobody wrote. */
const reserved = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Values that stand elsewhere and are copied by aliases: a few lines can stand for gigabytes otherwise. */
export const mostCopied = 10_000;

/** A document as plain values; what is copied by aliases is one object. */
export class Structure {
  readonly mistakes: StructuralMistake[] = [];
  /** What each alias stands for. */
  readonly aliases = new Map<unknown, Node>();
  readonly value: unknown;
  private readonly anchors = new Map<string, Node>();
  private readonly read = new Map<Node, { readonly value: unknown; readonly size: number }>();
  private readonly path: (string | number)[] = [];
  /** How many values its aliases stand for. */
  copied = 0;

  /** Reads a document that is not nested deeply. */
  constructor(document: Document.Parsed) {
    this.value = this.valueOf(document.contents).value;
  }

  private valueOf(node: unknown): { readonly value: unknown; readonly size: number } {
    if (!isNode(node)) return { value: null, size: 1 };
    if (isAlias(node)) return this.copyOf(node);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    const read = isMap(node) ? this.mapOf(node) : isSeq(node) ? this.listOf(node.items) : scalar(node);
    if (node.anchor !== undefined) this.read.set(node, read);
    return read;
  }

  private mapOf(map: YAMLMap) {
    // No prototype to fall through to, and none that a key could replace.
    const entries: [string, unknown][] = [];
    const seen = new Map<unknown, Node>();
    let size = 1;
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      this.path.push(name);
      const judged = this.judge(key, name, seen.get(key.value));
      const inside = this.valueOf(value);
      this.path.pop();
      if (!judged) continue;
      seen.set(key.value, key);
      size += inside.size;
      entries.push([name, inside.value]);
    }
    return { value: Object.fromEntries(entries), size };
  }

  /** @returns whether the key counts */
  private judge(key: Scalar, name: string, first: Node | undefined): boolean {
    if (reserved.has(name)) {
      this.tell(
        key,
        "reserved-key",
        () => `must not be called ${JSON.stringify(name)}, a name that JavaScript reserves`,
      );
      return false;
    }
    if (first !== undefined) {
      this.tell(
        key,
        "duplicate-key",
        (lineOf) => `must be given once; it stands at line ${String(lineOf(first))} already`,
      );
      return false;
    }
    if (name === "<<" && key.type === "PLAIN") {
      const must =
        "must not be a merge key, which YAML 1.2 does not know; write its entries out, or share a whole value by an alias (*name)";
      this.tell(key, "merge-key", () => must, true);
    }
    return true;
  }

  private listOf(items: readonly unknown[]) {
    let size = 1;
    const value = items.map((item, index) => {
      this.path.push(index);
      const inside = this.valueOf(item);
      this.path.pop();
      size += inside.size;
      return inside.value;
    });
    return { value, size };
  }

  private copyOf(alias: Node & { readonly source: string }) {
    const nothing = { value: null, size: 1 };
    // The parser refuses it.
    if (alias.source === "") return nothing;
    const target = this.anchors.get(alias.source);
    if (target === undefined) {
      this.tell(alias, "alias", () => `must name an anchor (&${alias.source}) that stands before it`, true);
      return nothing;
    }
    const read = this.read.get(target);
    // An anchor that is not read to its end is around the alias.
    if (read === undefined) {
      this.tell(alias, "alias", () => "must not hold itself", true);
      return nothing;
    }
    this.aliases.set(alias, target);
    const before = this.copied;
    this.copied += read.size;
    if (before <= mostCopied && this.copied > mostCopied) {
      const must = `must not copy more than ${String(mostCopied)} values by aliases (*name); write them out`;
      this.tell(alias, "alias", () => must, true);
    }
    return read;
  }

  private tell(node: Node, rule: StructuralMistake["rule"], must: StructuralMistake["must"], fatal = false): void {
    this.mistakes.push({ node, path: [...this.path], rule, fatal, must });
  }
}

const scalar = (node: Node) => ({ value: isScalar(node) ? node.value : null, size: 1 });
