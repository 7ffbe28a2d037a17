import type { Entry } from "./entry";
import type { Store } from "./store";

/** The groups that an object is a direct member of. */
export function groupsOf(store: Store, id: string): readonly Entry[] {
  return store.visible("groups").filter((group) => store.links.has(group.id, "members", id));
}

/** The groups that an object is a member of, directly or through other groups. */
export function allGroupsOf(store: Store, id: string): readonly Entry[] {
  return reached(id, (member) => groupsOf(store, member));
}

/** The members of a group and of the groups in it. */
export function allMembersOf(store: Store, groupId: string): readonly Entry[] {
  return reached(groupId, (id) => store.linked(id, "members"));
}

/** Everything that is reached from an object, each once; groups may contain each other. */
function reached(from: string, next: (id: string) => readonly Entry[]): readonly Entry[] {
  const found = new Map<string, Entry>();
  const walk = (id: string) => {
    for (const entry of next(id)) {
      if (found.has(entry.id)) continue;
      found.set(entry.id, entry);
      walk(entry.id);
    }
  };
  walk(from);
  return [...found.values()];
}
