import type { DangerName } from "../../config/schema/allow";
import { onceFor } from "../once-for";
import { builtInRules } from "./built-in-roles";
import { holds, isEverything, type Danger } from "./danger";
import { dangers } from "./dangers";
import type { PolicyRule } from "./policy-rule";

/** The roles of a file, by name, as far as they can be read. */
export type KnownRoles = ReadonlyMap<string, KnownRole>;

/** One entry under `roles`. */
export interface KnownRole {
  /** Whether only the cluster knows what it allows. */
  readonly existing: boolean;
  /** None of a role that exists. */
  readonly rules: readonly PolicyRule[];
  /** The dangers that are wanted of this role. */
  readonly allow: readonly string[];
}

/** What a grant says of role and place. */
export interface GrantedRole {
  /** @default - it names a role */
  readonly clusterRole?: string | undefined;
  /** @default - it names a clusterRole */
  readonly role?: string | undefined;
  /** @default - the whole cluster */
  readonly namespaces?: readonly unknown[] | undefined;
}

/** A danger, and the rule of the role that holds it. */
export interface FoundDanger {
  readonly danger: Danger;
  /** Its position under `rules`. */
  readonly rule: number;
}

/** Whoever rules over kube-system, where the controllers' service accounts are, rules over the cluster. */
export const systemNamespace = "kube-system";

/** Whether a grant is as good as one on the whole cluster. */
export function reachesCluster({ namespaces }: GrantedRole): boolean {
  return namespaces === undefined || namespaces.includes(systemNamespace);
}

/** The dangers of rules, each once, in the order of the table. One rule that allows everything is all of them. */
export const dangersIn = (rules: readonly PolicyRule[]): readonly FoundDanger[] => judged(rules).found;

interface Judged {
  /** Whether one rule allows everything. */
  readonly everything: boolean;
  readonly found: readonly FoundDanger[];
}

/** A role may be granted thousands of times, and is judged once. */
const judged = onceFor((rules: readonly PolicyRule[]): Judged => {
  const everything = rules.some(isEverything);
  const asked = everything ? dangers.filter(({ name }) => name === "wildcards") : dangers;
  const found = asked.flatMap((danger) => {
    const rule = rules.findIndex((one) => holds(one, danger));
    return rule < 0 ? [] : [{ danger, rule }];
  });
  return { everything, found };
});

/**
 * What a granted role allows.
 *
 * @returns `undefined` for a role that only the cluster knows, or that is not there
 */
function grantedRules(roles: KnownRoles, { clusterRole, role }: GrantedRole): readonly PolicyRule[] | undefined {
  const own = roles.get(clusterRole ?? role ?? "");
  if (own !== undefined) return own.existing ? undefined : own.rules;
  return clusterRole === undefined ? undefined : builtInRules(clusterRole);
}

/** Dangers that hold where a grant holds: in namespaces none that is in no namespace. */
export function dangersOf(roles: KnownRoles, grant: GrantedRole): readonly FoundDanger[] {
  const found = dangersIn(grantedRules(roles, grant) ?? []);
  const inNamespaces = grant.namespaces !== undefined;
  return found.filter(({ danger }) => {
    if (!inNamespaces) return true;
    // The only danger that is in one namespace alone.
    if (danger.name === "aws-auth") return reachesCluster(grant);
    return danger.inNamespaces !== undefined;
  });
}

/**
 * How a grant is as strong as cluster-admin. `cluster-admin`: it is that, or a role that allows everything, anywhere. `own`: a
 * role of the file with a danger that takes over the cluster. `built-in`: one of Kubernetes, such as `edit`. `unknown`: a role
 * that only the cluster knows, so that it may be.
 */
export type Strength = "cluster-admin" | "own" | "built-in" | "unknown";

/** @returns `undefined` for a grant that is not as strong as cluster-admin */
export function strengthOf(roles: KnownRoles, grant: GrantedRole): Strength | undefined {
  const rules = grantedRules(roles, grant);
  if (rules !== undefined && judged(rules).everything) return "cluster-admin";
  if (!reachesCluster(grant)) return undefined;
  const own = roles.get(grant.clusterRole ?? grant.role ?? "");
  if (rules === undefined) return own?.existing === true ? "unknown" : undefined;
  if (!dangersOf(roles, grant).some(({ danger }) => danger.takesOver)) return undefined;
  return own === undefined ? "built-in" : "own";
}

/** Words of `allow` that a grant of a role of the file needs beside those that its rules need wherever they are granted. */
export const toldOfRules: readonly DangerName[] = ["wildcards", "bind", "escalate", "impersonate"];
