import type { IamStatement } from "../../model/permissions/iam-policy";
import type { PhasePermissions } from "../../model/permissions/stack-permissions";
import type { PolicyRule } from "../../model/rbac/policy-rule";

/** A right and what it is for, for people. */
export interface RightInWords {
  readonly where: "Microsoft Graph" | "AWS IAM" | "Kubernetes";
  readonly right: string;
  readonly why: string;
}

/** Every right of a phase, in one order. */
export function rightsInWords({ graph, aws, kubernetes }: PhasePermissions): RightInWords[] {
  return [
    ...graph.map(({ permission, why }) => ({
      where: "Microsoft Graph" as const,
      right: permission,
      why: why.join(", "),
    })),
    ...aws.flatMap(({ identity, statements }) =>
      statements.flatMap((statement) =>
        statement.Action.map((action) => ({
          where: "AWS IAM" as const,
          right: action,
          why: `on ${statement.Resource.join(", ")}${conditionOf(statement)}, by ${identity}`,
        })),
      ),
    ),
    ...kubernetes.flatMap(({ namespace, rules }) =>
      rules.map((rule) => ({
        where: "Kubernetes" as const,
        right: `${rule.verbs.join(", ")} ${(rule.resources ?? rule.nonResourceURLs ?? []).join(", ")}`,
        why: `${namespace === undefined ? "on the whole cluster" : `in namespace ${namespace}`}${namesOf(rule)}`,
      })),
    ),
  ];
}

function conditionOf({ Condition }: IamStatement): string {
  const conditions = Object.entries(Condition?.StringEquals ?? {});
  return conditions.map(([key, value]) => `, where ${key} is ${value}`).join("");
}

const namesOf = ({ resourceNames }: PolicyRule) =>
  resourceNames === undefined ? "" : `, only ${resourceNames.join(", ")}`;
