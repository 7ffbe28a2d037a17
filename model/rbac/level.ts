import type { Access } from "../../config/schema/access";
import { onceFor } from "../once-for";
import { rulesOf } from "./own-role";
import { roleOf } from "./binding";
import { knownRoles } from "./known-roles";
import type { PolicyRule } from "./policy-rule";
import { strengthOf, type GrantedRole } from "./role-dangers";

/**
 * How much a grant gives, at a glance. `admin`: it is as strong as cluster-admin. `write`: it changes something. `read`: it only
 * sees. `unknown`: only the cluster knows the role.
 */
export type Level = "admin" | "write" | "read" | "unknown";

/** From the least to the most; what only the cluster knows may be anything. */
export const levels: readonly Level[] = ["read", "write", "unknown", "admin"];

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

const onlyReads = onceFor((rules: readonly PolicyRule[]) =>
  rules.every(({ verbs }) => verbs.every((verb) => reading.has(verb))),
);
