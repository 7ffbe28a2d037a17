import { invitedAs } from "../../../model/users/people";
import { strings } from "../../draft";
import { ofManagedGroups } from "../../schema/groups/group";
import { withoutApostrophe } from "../../schema/names";
import type { Rule } from "../rule";
import { invitedBy } from "../users/guests";

/** Two groups with one display name could not be told apart in the admin centre; Entra compares names without case. */
export const displayNames: Rule = function* ({ groups }) {
  const seen = new Map<string, string>();
  for (const [key, { displayName }] of Object.entries(groups)) {
    const name = displayName ?? key;
    const other = seen.get(name.toLowerCase());
    if (other === undefined) seen.set(name.toLowerCase(), key);
    else {
      yield {
        path: displayName === undefined ? ["groups", key] : ["groups", key, "displayName"],
        at: displayName === undefined ? "key" : "value",
        must: `must have a different display name than groups.${other}`,
      };
    }
  }
};
displayNames.brings = {
  "groups.*": "must have a different display name than the other groups",
  "groups.*.displayName": "must be different from the names of the other groups",
};

/** azuread looks for another group of the name before it makes one, and for an existing one where msgraph is not asked. */
export const apostrophes: Rule = function* ({ groups, directory }) {
  for (const [key, { displayName, existing }] of Object.entries(groups)) {
    if (displayName?.includes("'") !== true || typeof existing === "string") continue;
    const path = ["groups", key, "displayName"];
    if (existing === undefined) yield { path, must: withoutApostrophe[1] };
    else if (directory.lookup === "each") {
      yield {
        path,
        must: 'must not contain \' where directory.lookup is "each": the azuread provider cannot look it up',
        hint: "name the group by its object ID: existing: <object ID>",
      };
    }
  }
};
apostrophes.brings = { "groups.*.displayName": "must not contain an apostrophe where azuread looks the group up" };

/** Two keys for one group would each add its members, and Microsoft Graph refuses to add somebody twice. */
export const existingOnce: Rule = function* ({ groups }) {
  const seen = new Map<string, string>();
  for (const [key, { existing }] of Object.entries(groups)) {
    if (typeof existing !== "string") continue;
    const other = seen.get(existing.toLowerCase());
    if (other === undefined) seen.set(existing.toLowerCase(), key);
    else yield { path: ["groups", key, "existing"], must: `must be a different group than groups.${other}` };
  }
};
existingOnce.brings = { "groups.*.existing": "must be a different group than those of the other entries" };

export const members: Rule = function* ({ groups, guests }) {
  const invited = invitedBy(guests);
  for (const [key, group] of Object.entries(groups)) {
    const named = strings(group.members).map(({ index, text }) => ({ index, name: text.toLowerCase() }));
    const listed = new Set(named.map(({ name }) => name));
    const seen = new Set<string>();
    for (const { index, name } of named) {
      if (seen.has(name)) yield { path: ["groups", key, "members", index], must: "must be listed once in a group" };
      seen.add(name);
      const mail = invitedAs(name);
      if (mail === undefined || !invited.has(mail) || !listed.has(mail)) continue;
      const path = ["groups", key, "members", index];
      yield { path, must: `must be listed once in a group: this is the guest ${mail}, who is listed already` };
    }
  }
};
members.brings = { "groups.*.members": "must list each person once" };

/** What others keep is theirs to decide. */
export const othersGroups: Rule = function* ({ groups }) {
  for (const [key, group] of Object.entries(groups)) {
    if (group.existing === undefined) continue;
    for (const setting of ofManagedGroups) {
      if (!Object.hasOwn(group, setting)) continue;
      const path = ["groups", key, setting];
      yield { path, at: "key", must: "must not be given for an existing group, which others manage" };
    }
  }
};
othersGroups.brings = Object.fromEntries(
  ofManagedGroups.map((setting) => [`groups.*.${setting}`, "must not be given for an existing group"]),
);

/** What Entra refuses: learn.microsoft.com/entra/identity/role-based-access-control/groups-concept, "How are role-assignable groups protected?" */
export const membership: Rule = function* ({ groups }) {
  for (const [key, group] of Object.entries(groups)) {
    if (group.existing !== undefined) continue;
    const at = (setting: "rule" | "protected") => ({ path: ["groups", key, setting], at: "key" }) as const;
    const hasRule = Object.hasOwn(group, "rule");
    if (hasRule && group.members.length + group.groups.length > 0) {
      yield {
        ...at("rule"),
        must: "must not be used with members or groups: with a rule, Entra alone decides who is a member",
      };
    }
    if (group.protected !== true) continue;
    if (hasRule) {
      yield {
        ...at("protected"),
        must: "must not be used with a rule: anybody who can change user properties could add people",
      };
    }
    if (group.groups.length > 0) {
      yield { ...at("protected"), must: "must not be used with groups: an owner of one of them could add anybody" };
    }
  }
};
membership.brings = {
  "groups.*.rule": "must not be used with members or groups",
  "groups.*.protected": "must not be used with a rule or with groups",
};
