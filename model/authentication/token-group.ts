import type { Access } from "../../config/schema/access";
import { knownObjectId } from "../groups/known-object-id";

/** A group of a token, as far as the access file knows it. */
export interface TokenGroup {
  /** As the API server sees it. */
  readonly name: string;
  /** Keys of the access file that mean this group: several if it stands there as an existing group twice. */
  readonly keys: readonly string[];
}

/**
 * Tells the groups of a token by their keys.
 *
 * @param names as the API server sees them, prefix included
 * @param objectIds object ID of each group by its key, as the stack `people` knows them
 */
export function tokenGroups(
  { groups, login }: Pick<Access, "groups" | "login">,
  names: readonly string[],
  objectIds: Readonly<Record<string, string>>,
): TokenGroup[] {
  const byName = new Map<string, string[]>();
  for (const key of Object.keys(groups)) {
    const objectId = knownObjectId({ groups }, key, objectIds);
    if (objectId === undefined) continue;
    const name = `${login.groups.prefix}${objectId}`;
    byName.set(name, [...(byName.get(name) ?? []), key]);
  }
  return [...new Set(names)].map((name) => ({ name, keys: byName.get(name) ?? [] }));
}
