import type { Access, Group } from "../../../config/schema/access";
import { everyGrantedGroup } from "../../../model/rbac/grant";
import { own } from "../../../model/own";
import { changedOf, type Changed } from "./costs/cost";

/** Granted groups that are deleted and made again under another key, with that key: those of the same name, rule or people. */
export function renamedGroups(changed: Changed): ReadonlyMap<string, string> {
  const { before, after } = changed;
  if (before === undefined) return new Map();
  const of = (access: Access, action: "create" | "destroy") =>
    changedOf(changed, "azuread_group", action).flatMap(({ name }) => {
      const group = own(access.groups, name);
      return group === undefined || !everyGrantedGroup(access.clusters).has(name) ? [] : [{ name, group }];
    });
  const made = of(after, "create");
  return new Map(
    of(before, "destroy").flatMap(({ name, group }) => {
      const same = made.find((one) => isSame(group, one.group));
      return same === undefined ? [] : [[name, same.name] as const];
    }),
  );
}

function isSame(one: Group, other: Group): boolean {
  if (one.displayName !== undefined && one.displayName === other.displayName) return true;
  if (one.rule !== undefined) return one.rule === other.rule;
  return (
    one.members.some((member) => other.members.includes(member)) || one.groups.some((key) => other.groups.includes(key))
  );
}
