import type { Access } from "../../config/schema/access";
import { receivers } from "../rbac/receivers";

/** The keys of the break-glass group and of every group in it; the group may be named by key or by object ID. */
export function breakGlassKeys({ login, groups }: Pick<Access, "login" | "groups">): ReadonlySet<string> {
  const { breakGlass } = login.conditionalAccess ?? {};
  if (breakGlass === undefined) return new Set();
  const isMeant = ([key, { existing }]: [string, Access["groups"][string]]) =>
    key === breakGlass || existing === breakGlass.toLowerCase();
  const meant = Object.entries(groups)
    .filter(isMeant)
    .map(([group]) => ({ grant: { group } }));
  return new Set(receivers(groups, meant).keys());
}
