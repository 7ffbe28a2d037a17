import type { Access } from "../../config/schema/access";
import { prefixesOn } from "../../model/clusters/prefixes";
import { own } from "../../model/own";
import type { Action, UrlAction } from "../../model/rbac/verdict";
import { shellWord } from "../terminal/shell-word";

/**
 * The command with which an administrator asks an OpenShift cluster the same: `oc auth can-i get routes.route.openshift.io -n
 * team-a --as ada@contoso.com --as-group '<object ID of developers>'`.
 *
 * @param groups names of groups as the cluster has them
 */
export function askCluster(action: Action | UrlAction, person: string, groups: readonly string[]): string {
  const as = ["--as", person, ...groups.flatMap((group) => ["--as-group", group])];
  return ["oc", "auth", "can-i", action.verb, ...askedOf(action), ...as].map(shellWord).join(" ");
}

function askedOf(action: Action | UrlAction): string[] {
  if ("url" in action) return [action.url];
  const { resource, apiGroup = "", name, namespace } = action;
  const [type = "", subresource] = resource.split("/");
  const full = apiGroup === "" ? type : `${type}.${apiGroup}`;
  return [
    name === undefined ? full : `${full}/${name}`,
    ...(subresource === undefined ? [] : ["--subresource", subresource]),
    ...(namespace === undefined ? ["-A"] : ["-n", namespace]),
  ];
}

/** What a cluster calls a group of the file; a text in angle brackets for an object ID that the file does not have. */
export function groupOnCluster(access: Access, cluster: string, group: string): string {
  const existing = own(access.groups, group)?.existing;
  const id = typeof existing === "string" ? existing : `<object ID of ${group}>`;
  return `${prefixesOn(access, own(access.clusters, cluster)).groups}${id}`;
}
