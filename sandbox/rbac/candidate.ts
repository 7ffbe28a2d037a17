import type { Binding } from "../../model/rbac/binding";
import type { Action, UrlAction } from "../../model/rbac/verdict";
import type { Example } from "./example";
import { inPlace } from "./wish";

/** A grant in one place, with what its role allows. */
export interface Granted {
  readonly binding: Binding;
  readonly examples: readonly Example[];
}

/** Something to ask: the first of these actions, or the first that the person may not do. */
export interface Candidate {
  /** Those with the least are asked first. */
  readonly rank: number;
  readonly actions: readonly (Action | UrlAction)[];
  readonly refusedOnly: boolean;
}

/** Asked of everybody who may not do it. */
export const listPods = { verb: "list", resource: "pods" };

/**
 * What is worth asking about a person on a cluster, the most telling first. Own grants take turns, and those of others come
 * after the first of each.
 *
 * @param groups keys of the person's groups
 * @param granted every grant of the cluster
 */
export function candidatesFor(groups: readonly string[], granted: readonly Granted[]): Candidate[] {
  const elsewhere = unnamed(granted.flatMap(({ binding: { namespace } }) => namespace ?? []));
  const candidates = granted.flatMap(({ binding: { group, namespace }, examples }): Candidate[] => {
    if (!groups.includes(group)) {
      return examples
        .slice(0, 1)
        .map(({ may }) => ({ rank: 1, actions: [inPlace(may, namespace)], refusedOnly: false }));
    }
    return examples.flatMap(({ may, near }, index) => [
      { rank: 2 * index, actions: [inPlace(may, namespace)], refusedOnly: false },
      { rank: 2 * index, actions: near.map((wish) => inPlace(wish, namespace)), refusedOnly: true },
      ...(namespace === undefined || index > 0
        ? []
        : [{ rank: 0, actions: [inPlace(may, elsewhere)], refusedOnly: true }]),
    ]);
  });
  return [...candidates, { rank: 1, actions: [listPods], refusedOnly: true }].sort(
    (one, other) => one.rank - other.rank,
  );
}

/** A namespace that no grant names. */
const unnamed = (namespaces: readonly string[]) =>
  ["default", "kube-public", "kube-node-lease"].find((name) => !namespaces.includes(name)) ?? "of-no-grant";
