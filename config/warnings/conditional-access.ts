import { own } from "../../model/own";
import type { Warning } from "./warning";

/** docs/decisions/0015-conditional-access-by-asking.md */
export const reach: Warning = function* ({ login }) {
  if (login.conditionalAccess === undefined) return;
  yield [
    ["login", "conditionalAccess"],
    "reaches kubectl only where it asks for the application itself, as kubeconfigs of this program do: whoever leaves that scope out gets the same ID token under no policy but those on all resources, so have one of those too",
  ];
};

export const emptyBreakGlass: Warning = function* ({ login, groups }) {
  const { breakGlass = "" } = login.conditionalAccess ?? {};
  const group = own(groups, breakGlass);
  if (group === undefined || group.existing !== undefined || group.rule !== undefined) return;
  if (group.members.length + group.groups.length > 0) return;
  yield [
    ["login", "conditionalAccess", "breakGlass"],
    `is "${breakGlass}", which has no members: a policy that goes wrong locks everybody out`,
  ];
};
