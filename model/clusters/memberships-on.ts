import type { Access } from "../../config/schema/access";
import { withGroupsAround } from "../users/people";
import { accessOn } from "./access-on";

/**
 * The groups in which one cluster sees somebody.
 *
 * @param cluster key of the cluster
 * @param memberships those that a token of the login lists, each with the group that lists the person
 */
export function membershipsOn(
  access: Pick<Access, "clusters" | "groups" | "login">,
  cluster: string,
  memberships: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const seen = accessOn(access, cluster);
  // Only `assigned` leaves out groups around those that list somebody.
  if (seen === access || access.login.groups.emit !== "assigned") return memberships;
  return withGroupsAround(seen, [...memberships.keys()]);
}
