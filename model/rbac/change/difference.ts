import type { RoleRef } from "../binding";
import type { Beyond, Comparison } from "./beyond";
import { noRights, type HeldRole, type HeldRoles, type Through } from "./rights";
import type { Side } from "./side";

/** What a role gives on one side alone. */
export interface Difference extends Beyond {
  readonly role: RoleRef;
  /**
   * Where.
   *
   * @default - the whole cluster
   */
  readonly namespaces?: readonly string[];
  /** The namespaces in which the other side has the same: somebody keeps it there, or had it there before. */
  readonly elsewhere: readonly string[];
  readonly through: readonly Through[];
}

/** Everything that one side has on a cluster and the other has not; what another of these gives as well is left out. */
export function differencesOf(comparison: Comparison, one: Side, other: Side): Difference[] {
  const { everywhere, inNamespaces } = one.rights;
  const placed = [undefined, ...inNamespaces.keys()].flatMap((namespace) =>
    largest(comparison, namespace === undefined ? everywhere : inNamespaces.get(namespace), one, other, namespace),
  );
  return merged(placed);
}

interface Placed {
  readonly held: HeldRole;
  readonly beyond: Beyond;
  readonly namespace: string | undefined;
  readonly elsewhere: readonly string[];
}

function largest(
  comparison: Comparison,
  roles: HeldRoles | undefined,
  one: Side,
  other: Side,
  namespace: string | undefined,
): Placed[] {
  const found = [...(roles?.values() ?? [])].flatMap((held) => {
    return comparison.beyond(held.role, one, other, namespace).map((beyond) => ({ held, beyond }));
  });
  if (found.length > 1) found.sort((a, b) => b.beyond.atoms.length - a.beyond.atoms.length);
  const told: Placed[] = [];
  for (const { held, beyond } of found) {
    if (told.some((larger) => comparison.isPartOf(beyond, larger.beyond))) continue;
    told.push({ held, beyond, namespace, elsewhere: namespace === undefined ? placesOf(held) : [] });
  }
  return told;

  /** Where the other side has it too, although not on the whole cluster. */
  function placesOf({ role }: HeldRole): string[] {
    const near = { ...one, rights: noRights };
    return [...other.rights.inNamespaces.keys()].filter(
      (place) => comparison.beyond(role, near, other, place).length === 0,
    );
  }
}

function merged(placed: readonly Placed[]): Difference[] {
  const found = new Map<string, Difference & { readonly namespaces?: string[] }>();
  for (const { held, beyond, namespace, elsewhere } of placed) {
    const { role, through } = held;
    const groups = through.map(({ group, listedIn }) => [group, listedIn]);
    const key = JSON.stringify([role.kind, role.name, beyond.id, namespace === undefined, groups]);
    const known = found.get(key);
    if (known?.namespaces !== undefined && namespace !== undefined) {
      known.namespaces.push(namespace);
      continue;
    }
    const where = namespace === undefined ? {} : { namespaces: [namespace] };
    found.set(key, { ...beyond, role, ...where, elsewhere, through });
  }
  return [...found.values()];
}
