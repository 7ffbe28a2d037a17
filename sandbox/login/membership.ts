import type { DirectoryView, GraphObject } from "../msgraph/directory-view";

/** A group of Microsoft Graph, as far as signing in reads it. */
export interface Group extends GraphObject {
  readonly displayName: string | null | undefined;
  readonly securityEnabled: boolean | null | undefined;
  readonly onPremisesSyncEnabled: boolean | null | undefined;
  readonly onPremisesSamAccountName: string | null | undefined;
  readonly onPremisesDomainName: string | null | undefined;
  readonly onPremisesNetBiosName: string | null | undefined;
}

/** The groups that list a user, or another group, as their member. */
export function directGroupsOf(directory: DirectoryView, memberId: string): readonly Group[] {
  return (directory.all("groups") as readonly Group[]).filter(({ id }) => directory.membersOf(id).includes(memberId));
}

/** The same through any depth of nesting; each group once. */
export function nestedGroupsOf(directory: DirectoryView, memberId: string): readonly Group[] {
  const found = new Map<string, Group>();
  const visit = (id: string) => {
    for (const group of directGroupsOf(directory, id)) {
      if (found.has(group.id)) continue;
      found.set(group.id, group);
      visit(group.id);
    }
  };
  visit(memberId);
  return [...found.values()];
}
