import { breakGlassKeys } from "../../../model/login/break-glass";
import { own } from "../../../model/own";
import { presentGrants, receivers } from "../../../model/rbac/receivers";
import { isGuest } from "../../../model/users/people";
import { written } from "../../mistake";
import type { Access } from "../../schema/access";
import type { Warning } from "../warning";

const path = ["login", "conditionalAccess", "breakGlass"];

/** docs/decisions/0015-conditional-access-by-asking.md */
export const reach: Warning = function* ({ login }) {
  if (login.conditionalAccess === undefined) return;
  yield [
    ["login", "conditionalAccess"],
    "reaches kubectl only where it asks for the application itself, as kubeconfigs of this program do: whoever leaves that scope out gets the same ID token under no policy but those on all resources, so have one of those too",
  ];
};

/** learn.microsoft.com/entra/fundamentals/security-defaults: the two exclude each other, and tenants begin with the defaults. */
export const securityDefaults: Warning = function* ({ login }) {
  if (login.conditionalAccess?.state !== "enabled") return;
  yield [
    ["login", "conditionalAccess", "state"],
    'is "enabled", which Entra refuses while security defaults are on; and whoever switches those off takes multifactor authentication from every application of the tenant, while these policies are for this one alone: have policies for the others first',
  ];
};

export const emptyBreakGlass: Warning = function* ({ login, groups }) {
  const { breakGlass = "" } = login.conditionalAccess ?? {};
  const group = own(groups, breakGlass);
  if (group === undefined || group.existing !== undefined || group.rule !== undefined) return;
  if (group.members.length + group.groups.length > 0) return;
  yield [path, `is "${breakGlass}", which has no members: a policy that goes wrong locks everybody out`];
};

/** No policy applies to whoever is in the group: learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access */
export const wideBreakGlass: Warning = function* (access) {
  const { breakGlass } = access.login.conditionalAccess ?? {};
  const reasons = breakGlass === undefined ? [] : reasonsAgainst(access);
  if (reasons.length === 0) return;
  yield [
    path,
    `is "${breakGlass ?? ""}", which ${reasons.join(", ")}: no policy applies to anybody in it, so keep it to a few accounts for emergencies alone`,
  ];
};

function reasonsAgainst(access: Access): string[] {
  const groups = new Map(Object.entries(access.groups));
  const inside = breakGlassKeys(access);
  const entries = [...inside].flatMap((key) => groups.get(key) ?? []);
  const granted = receivers(access.groups, presentGrants(access.clusters));
  const [self = "", ...nested] = inside;
  const used = nested.filter((key) => granted.has(key));
  const members = new Set(entries.flatMap((group) => group.members));
  const others = [...groups].flatMap(([key, group]) => (granted.has(key) && !inside.has(key) ? group.members : []));
  const everyday = others.filter((one) => members.has(one)).length;
  return [
    ...(entries.some(({ rule }) => rule !== undefined) ? ["has a rule, so that Entra lets people in by it"] : []),
    ...(granted.has(self) ? ["is granted something on a cluster"] : []),
    ...(used.length === 0 ? [] : [`holds ${used.map((key) => written(["groups", key])).join(" and ")}`]),
    ...([...members].some((member) => isGuest(access, member)) ? ["holds guests"] : []),
    ...(everyday === 0
      ? []
      : [`holds ${everyday === 1 ? "a person who is" : `${String(everyday)} people who are`} in granted groups too`]),
  ];
}
