import type { AccessFile } from "../../config/load";
import type { RoleRef } from "../../model/rbac/binding";
import { isOfCluster } from "../../model/rbac/built-in-resources";
import type { DefaultRule } from "../../model/rbac/openshift-defaults";
import { ruleInWords } from "../../model/rbac/role-in-words";
import type { Action, DecidingGrant, UrlAction } from "../../model/rbac/verdict";
import type { DecidingHeldGrant } from "../../model/rbac/answer";
import { placeInFile } from "../place-in-file";

/** `get deployments.apps "web" in team-a on prod`, `get /metrics on prod`. */
export function actionInWords(action: Action | UrlAction, cluster: string): string {
  const verb = action.verb === "*" ? "do everything with" : action.verb;
  if ("url" in action) return `${verb} ${action.url} on ${cluster}`;
  const { resource, apiGroup = "", name } = action;
  const [type = "", subresource] = resource.split("/");
  const full = type === "*" && apiGroup === "*" ? "everything" : `${type}${apiGroup === "" ? "" : `.${apiGroup}`}`;
  return [
    verb,
    subresource === undefined ? full : `${full}/${subresource}`,
    ...(name === undefined ? [] : [`"${name}"`]),
    ...placeOf(action),
    `on ${cluster}`,
  ].join(" ");
}

function placeOf({ resource, apiGroup = "", namespace }: Action): string[] {
  const [type] = resource.split("/");
  if (namespace !== undefined) return [`in ${namespace}`];
  return isOfCluster(apiGroup, resource) || (apiGroup === "" && type === "namespaces") ? [] : ["in every namespace"];
}

export const roleInWords = ({ kind, name }: RoleRef) => `${kind} ${name}`;

export const whereInWords = (namespaces: readonly string[] | undefined) =>
  namespaces === undefined ? "on the whole cluster" : `in ${namespaces.join(", ")}`;

/** `developers has ClusterRole edit in team-a (access.yaml:23:7 clusters.prod.grants[1])` */
export const grantInWords = (
  file: Pick<AccessFile, "name" | "source">,
  { group, role, namespaces, at }: Pick<DecidingGrant, "group" | "role" | "namespaces" | "at">,
) => `${group} has ${roleInWords(role)} ${whereInWords(namespaces)} (${placeInFile(file, at)})`;

/** `ada@contoso.com is in leads, and leads is in developers` */
export const membershipInWords = (person: string, { group, listedIn }: DecidingHeldGrant) =>
  `${person} is in ${listedIn}${listedIn === group ? "" : `, and ${listedIn} is in ${group}`}`;

/** What the role says of it. */
export function roleSays({ role, rule, widened }: Pick<DecidingGrant, "role" | "rule" | "widened">): string {
  if (rule !== undefined) return `${roleInWords(role)} allows: ${ruleInWords(rule)}`;
  if (widened === true)
    return `OpenShift and its operators add rules to ${roleInWords(role)} that Kubernetes does not have`;
  return `only the cluster knows what ${roleInWords(role)} allows: ask it with kubectl describe ${role.kind.toLowerCase()} ${role.name}`;
}

/** What OpenShift gives everybody: `OpenShift gives system:authenticated ClusterRole basic-user, which allows: list projects` */
export function defaultSays({ group, role, namespace, rule }: DefaultRule): string {
  const where = namespace === undefined ? "" : ` in ${namespace}`;
  return `OpenShift gives ${group} ${roleInWords(role)}${where}, which allows: ${ruleInWords(rule)}`;
}
