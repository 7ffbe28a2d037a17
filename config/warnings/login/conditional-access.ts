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
    "reaches kubectl only if it asks for this application, as the kubeconfigs of this program do",
    "A person who removes that scope from the kubeconfig gets the same ID token. Only policies on all resources apply then, so create one of those too.",
  ];
};

/** learn.microsoft.com/entra/fundamentals/security-defaults: the two exclude each other, and tenants begin with the defaults. */
export const securityDefaults: Warning = function* ({ login }) {
  if (login.conditionalAccess?.state !== "enabled") return;
  yield [
    ["login", "conditionalAccess", "state"],
    'is "enabled", which Entra refuses while security defaults are on',
    "If you switch security defaults off, every other application of the tenant loses multifactor authentication. Create policies for those first.",
  ];
};

export const emptyBreakGlass: Warning = function* ({ login, groups }) {
  const { breakGlass = "" } = login.conditionalAccess ?? {};
  const group = own(groups, breakGlass);
  if (group === undefined || group.existing !== undefined || group.rule !== undefined) return;
  if (group.members.length + group.groups.length > 0) return;
  yield [path, `is "${breakGlass}", a group without members`, "If a policy goes wrong, it locks everybody out."];
};

/** No policy applies to whoever is in the group: learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access */
export const wideBreakGlass: Warning = function* (access) {
  const { breakGlass } = access.login.conditionalAccess ?? {};
  const reasons = breakGlass === undefined ? [] : reasonsAgainst(access);
  if (reasons.length === 0) return;
  yield [
    path,
    `is "${breakGlass ?? ""}", a group that ${reasons.join(" and ")}`,
    "No policy applies to anybody in this group. Keep it to a few accounts for emergencies only.",
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
    ...(entries.some(({ rule }) => rule !== undefined) ? ["gets its members by a rule"] : []),
    ...(granted.has(self) ? ["has a grant on a cluster"] : []),
    ...(used.length === 0 ? [] : [`contains ${used.map((key) => written(["groups", key])).join(" and ")}`]),
    ...([...members].some((member) => isGuest(access, member)) ? ["contains guests"] : []),
    ...(everyday === 0
      ? []
      : [
          `contains ${everyday === 1 ? "a person who is" : `${String(everyday)} people who are`} in groups with grants too`,
        ]),
  ];
}
