import type { Access } from "../../config/schema/access";
import { onceFor } from "../once-for";
import { rulesOf } from "./own-role";
import { roleOf, type RoleRef } from "./binding";
import { knownRoles } from "./known-roles";
import type { PolicyRule } from "./policy-rule";
import { dangersIn, strengthOf, type GrantedRole } from "./role-dangers";

/**
 * How much a grant gives, at a glance. `admin`: it is as strong as cluster-admin. `write`: it changes something. `read`: it only
 * sees. `unknown`: only the cluster knows the role.
 */
export type Level = "admin" | "write" | "read" | "unknown";

/** From the least to the most; what only the cluster knows may be anything. */
export const levels: readonly Level[] = ["read", "write", "unknown", "admin"];

/** The level of a role in some namespaces, or on the whole cluster. */
export function levelIn(
  access: Pick<Access, "roles">,
  { kind, name }: RoleRef,
  namespaces: readonly string[] | undefined,
): Level {
  return levelOf(access, { ...(kind === "Role" ? { role: name } : { clusterRole: name }), namespaces });
}

/** The level of a grant: of its role in its place. */
export function levelOf({ roles }: Pick<Access, "roles">, grant: GrantedRole): Level {
  const strength = strengthOf(knownRoles(roles), grant);
  if (strength !== undefined) return strength === "unknown" ? "unknown" : "admin";
  const rules = rulesOf({ roles }, roleOf(grant));
  if (rules === undefined) return "unknown";
  return onlyReads(rules) ? "read" : "write";
}

/** `head` and `options` are of URLs. */
const reading: ReadonlySet<string> = new Set(["get", "list", "watch", "head", "options"]);

/** A command in a pod is asked for with get too: whoever only sees has no danger but that of seeing secrets. */
const onlyReads = onceFor(
  (rules: readonly PolicyRule[]) =>
    rules.every(({ verbs }) => verbs.every((verb) => reading.has(verb))) &&
    dangersIn(rules).every(({ danger }) => danger.name === "read-secrets"),
);
