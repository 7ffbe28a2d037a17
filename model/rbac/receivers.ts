/** What is read of a group: those in it, and which it is. */
export interface NestingGroup {
  /** Keys of the groups in it; what is no text is skipped. */
  readonly groups: readonly unknown[];
  /** @default - this program makes it */
  readonly existing?: unknown;
}

/** How a group comes to a grant. */
export interface Receipt<Grant> {
  readonly grant: Grant;
  /**
   * The group that it is in, or of which it is another key.
   *
   * @default - the grant names the group itself
   */
  readonly through?: string;
}

/** What is read of a cluster. */
export interface GrantingCluster<Grant> {
  readonly grants: readonly Grant[];
  /**
   * `absent` while everything is being taken away.
   *
   * @default - it is there
   */
  readonly state?: string | undefined;
}

/** One grant, with its place in the file. */
export interface PlacedGrant<Grant> {
  /** Key of the cluster. */
  readonly cluster: string;
  readonly path: readonly (string | number)[];
  readonly grant: Grant;
}

/** Every grant of every cluster, with its place, but of those from which everything is being taken away. */
export function presentGrants<Grant>(
  clusters: Readonly<Record<string, GrantingCluster<Grant>>>,
): readonly PlacedGrant<Grant>[] {
  return Object.entries(clusters).flatMap(([cluster, { grants, state }]) =>
    state === "absent"
      ? []
      : grants.map((grant, index) => ({ cluster, path: ["clusters", cluster, "grants", index], grant })),
  );
}

/**
 * Which groups get these grants: those that they name, every group in one of them at any depth, and every other key of one
 * of these, as two keys may have one object ID. Each with the first grant that comes to it. Whoever wants to know what a group
 * gets asks here.
 */
export function receivers<Placed extends { readonly grant: { readonly group?: string | undefined } }>(
  groups: Readonly<Record<string, NestingGroup>>,
  placed: readonly Placed[],
): ReadonlyMap<string, Receipt<Placed>> {
  if (placed.length === 0) return new Map();
  const known = new Map(Object.entries(groups));
  const others = sameGroups(known);
  const found = new Map<string, Receipt<Placed>>();
  for (const grant of placed) {
    const { group } = grant.grant;
    if (group !== undefined && known.has(group) && !found.has(group)) found.set(group, { grant });
  }
  // A map that grows while it is walked through: no depth of nesting is too deep.
  for (const [key, { grant }] of found) {
    for (const inside of [others.get(key), ...(known.get(key)?.groups ?? [])]) {
      if (typeof inside === "string" && known.has(inside) && !found.has(inside)) {
        found.set(inside, { grant, through: key });
      }
    }
  }
  return found;
}

/** For each key the next one of the same group in Entra, in a ring; object IDs have no case. */
function sameGroups(groups: ReadonlyMap<string, NestingGroup>): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const next = new Map<string, string>();
  for (const [key, { existing }] of groups) {
    if (typeof existing !== "string") continue;
    const other = first.get(existing.toLowerCase());
    if (other === undefined) first.set(existing.toLowerCase(), key);
    else {
      next.set(key, next.get(other) ?? other);
      next.set(other, key);
    }
  }
  return next;
}
