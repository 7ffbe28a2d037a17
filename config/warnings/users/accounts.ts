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
        "is created by this file and is in a protected group",
        "Only a Privileged Authentication Administrator or Global Administrator can reset the password of such an account, block it or delete it. If the person leaves this file but stays in another protected group, the deploying identity needs that role too.",
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
    'is "take-over-users", so this file takes over accounts that another access file created',
    "It disables them when they leave this file. Remove the word after one deployment.",
  ];
};
