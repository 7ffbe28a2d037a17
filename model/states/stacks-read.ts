import type { Access } from "../../config/schema/access";
import { assignsGroups } from "../login/login";
import { own } from "../own";
import { changesDirectory } from "../users/account";

type Ordered = Pick<Access, "login" | "groups" | "portal" | "clusters" | "users" | "guests" | "attributes">;

/** The stacks whose outputs a stack reads. */
export function stacksRead(access: Ordered, stack: string): string[] {
  const { login, groups, portal, clusters } = access;
  if (stack === "leavers") return ["users"];
  if (stack === "attributes" || stack === "credentials" || stack.startsWith("client-")) return ["login"];
  if (stack === "portal") return ["login", ...(Object.values(portal?.groups ?? {}).length > 0 ? ["people"] : [])];
  const [, kind, cluster] = /^(eks|rbac|openshift)-(.*)$/.exec(stack) ?? [];
  // The stack of a cluster that goes only takes away.
  if (kind !== undefined && own(clusters, cluster)?.state === "absent") return [];
  if (kind !== undefined) return [kind === "rbac" ? "people" : "login"];
  const { breakGlass } = login.conditionalAccess ?? {};
  const needsGroups = assignsGroups(login) || (breakGlass !== undefined && Object.hasOwn(groups, breakGlass));
  return stack === "login" && needsGroups ? ["people"] : [];
}

/**
 * The stacks that a stack is deployed directly after: those that it reads, and those that make what it looks up by name. Each
 * is a stack of the file.
 */
export function stacksBefore(access: Ordered, stack: string): string[] {
  const attributes = Object.keys(access.attributes).length > 0 ? ["attributes"] : [];
  if (stack === "leavers") return ["users", "people", ...attributes];
  const looksUp = changesDirectory(access) && (stack === "people" || stack === "attributes");
  return [...stacksRead(access, stack), ...(looksUp ? ["users"] : [])];
}
