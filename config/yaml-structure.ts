import { isPair, isScalar, isSeq, visit, type Document, type Node, type YAMLMap } from "yaml";
import { written, type Located, type Path } from "./mistake";
import type { Source } from "./source";

/** A mistake of the document's structure; after a fatal one its values cannot be read. */
export interface StructuralMistake extends Located {
  readonly fatal: boolean;
}

/** Every JavaScript object answers to these, so a look-up by such a name finds something that nobody wrote. */
const reserved = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Keys that stand twice or that no key may be called, and aliases that lead nowhere or into themselves. A key that no
 * key may be called is taken out of the document, so that what stands beside it can be read.
 */
export function structuralMistakes(document: Document.Parsed, source: Source): StructuralMistake[] {
  const mistakes: StructuralMistake[] = [];
  const tell = (node: Node, path: Path, sentence: string, fatal: boolean) =>
    mistakes.push({ position: source.at(node.range?.[0] ?? 0), path: written(path), sentence, fatal });

  visit(document, {
    Map(_, map, ancestors) {
      for (const { key, first } of scalarKeys(map)) {
        const name = String(key.value);
        // Only for a mistake: the way to every map of a long list would take longer than reading the file.
        const path = () => [...pathOf([...ancestors, map]), name];
        if (reserved.has(name)) {
          tell(key, path(), `must not be called ${JSON.stringify(name)}, a name that JavaScript reserves`, false);
          map.delete(key);
        } else if (first !== undefined) {
          const { line } = source.at(first.range?.[0] ?? 0);
          tell(key, path(), `must be given once; it stands at line ${String(line)} already`, false);
        }
      }
    },
    Alias(_, alias, ancestors) {
      const target = alias.resolve(document);
      const path = () => pathOf([...ancestors, alias]);
      if (target === undefined)
        tell(alias, path(), `must name an anchor (&${alias.source}) that stands before it`, true);
      else if (ancestors.includes(target)) tell(alias, path(), "must not hold itself", true);
    },
  });
  return mistakes;
}

function scalarKeys(map: YAMLMap) {
  const seen = new Map<unknown, Node>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const first = seen.get(key.value);
    if (first === undefined) seen.set(key.value, key);
    return [{ key, first }];
  });
}

/** The keys and list positions that lead down through these nodes. */
function pathOf(nodes: readonly unknown[]): Path {
  return nodes.flatMap((node, depth): Path => {
    const inside = nodes[depth + 1];
    if (isPair(node) && isScalar(node.key)) return [String(node.key.value)];
    if (isSeq(node)) return [node.items.indexOf(inside)].filter((index) => index >= 0);
    return [];
  });
}
