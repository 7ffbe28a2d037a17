import type { Access } from "../../config/schema/access";
import { onceFor } from "../once-for";

/** The groups of an access file, looked up from the other side. */
interface GroupIndex {
  /** Keys of the groups that list a person as a member. */
  readonly ofMember: ReadonlyMap<string, readonly string[]>;
  /** Keys of the groups that a group is in. */
  readonly around: ReadonlyMap<string, readonly string[]>;
  /** Key of the first group that a person owns. */
  readonly ofOwner: ReadonlyMap<string, string>;
}

/** Made once for a file: a search through all groups for each person would take the product of their numbers. */
export const indexOf = onceFor((groups: Access["groups"]): GroupIndex => {
  const [ofMember, around, ofOwner] = [
    new Map<string, string[]>(),
    new Map<string, string[]>(),
    new Map<string, string>(),
  ];
  const add = (map: Map<string, string[]>, name: string, key: string) => {
    const keys = map.get(name);
    if (keys === undefined) map.set(name, [key]);
    else keys.push(key);
  };
  for (const [key, group] of Object.entries(groups)) {
    for (const member of new Set(group.members)) add(ofMember, member, key);
    for (const inside of new Set(group.groups)) add(around, inside, key);
    for (const owner of group.owners ?? []) if (!ofOwner.has(owner)) ofOwner.set(owner, key);
  }
  return { ofMember, around, ofOwner };
});
