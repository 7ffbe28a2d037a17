import { own } from "../../../model/own";
import type { Path } from "../../mistake";
import type { Access } from "../../schema/access";
import type { Warning } from "../warning";

/** learn.microsoft.com/graph/api/resources/users, "Who can perform sensitive actions" */
export const protectedAccounts: Warning = function* ({ groups, users }) {
  for (const [key, group] of Object.entries(groups)) {
    if (!group.protected) continue;
    for (const [path, person] of peopleOf(key, group)) {
      if (own(users, person)?.create === undefined) continue;
      yield [
        path,
        "is made here and protected with the group: while in it, only a Privileged Authentication Administrator or Global Administrator resets the first password, blocks or deletes the account; the deploying identity needs that role too if the person leaves this file and stays in such a group of others",
      ];
    }
  }
};

/** Members and owners alike: learn.microsoft.com/entra/identity/role-based-access-control/groups-concept */
function peopleOf(key: string, { members, owners = [] }: Access["groups"][string]): [Path, string][] {
  const at = (list: "members" | "owners") => (person: string, index: number) =>
    [["groups", key, list, index], person] satisfies [Path, string];
  return [...members.map(at("members")), ...owners.map(at("owners"))];
}

/** The word is for one deployment. */
export const takesOver: Warning = function* ({ allow }) {
  const index = allow.indexOf("take-over-users");
  if (index < 0) return;
  yield [
    ["allow", index],
    'is "take-over-users": accounts that another access file made become those of this one, which then disables them; take it out again after one deployment',
  ];
};
