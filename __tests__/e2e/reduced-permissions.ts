import type { Phase } from "../../model/permissions/need";
import type { PhasePermissions, StackPermissions } from "../../model/permissions/stack-permissions";
import type { PolicyRule } from "../../model/rbac/policy-rule";

/** What is left of a stack's permissions without one entry. */
export interface Reduced {
  /** The entry that is missing. */
  readonly entry: string;
  readonly left: StackPermissions;
}

/** A stack's permissions of a phase without each single entry in turn: a Graph permission, an IAM action, a verb on a resource. */
export function reducedPermissions(stack: StackPermissions, phase: Phase): Reduced[] {
  const { graph, aws, kubernetes } = stack[phase];
  const without = (entry: string, change: Partial<PhasePermissions>): Reduced => ({
    entry: `${stack.stack} ${phase}: ${entry}`,
    left: { ...stack, [phase]: { ...stack[phase], ...change } },
  });
  return [
    ...graph.map(({ permission }) =>
      without(permission, { graph: graph.filter((other) => other.permission !== permission) }),
    ),
    ...aws.flatMap((account, at) =>
      account.statements.flatMap((statement, index) =>
        statement.Action.map((action) => {
          const Action = statement.Action.filter((other) => other !== action);
          const statements = account.statements.with(index, { ...statement, Action });
          return without(action, { aws: aws.with(at, { ...account, statements }) });
        }),
      ),
    ),
    ...kubernetes.flatMap((rights, at) =>
      withoutEachVerb(rights.rules).map(({ entry, rules }) =>
        without(`${entry}${rights.namespace === undefined ? "" : ` in ${rights.namespace}`}`, {
          kubernetes: kubernetes.with(at, { ...rights, rules }),
        }),
      ),
    ),
  ];
}

function withoutEachVerb(rules: readonly PolicyRule[]): { entry: string; rules: PolicyRule[] }[] {
  return rules.flatMap((rule, index) =>
    rule.verbs.map((verb) => {
      const verbs = rule.verbs.filter((other) => other !== verb);
      const rest = verbs.length === 0 ? rules.filter((other) => other !== rule) : rules.with(index, { ...rule, verbs });
      const named = rule.resourceNames === undefined ? "" : ` ${rule.resourceNames.join(", ")}`;
      return { entry: `${verb} ${(rule.resources ?? []).join(", ")}${named}`, rules: [...rest] };
    }),
  );
}
