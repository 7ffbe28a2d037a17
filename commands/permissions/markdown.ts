import { markdownTable } from "../../config/markdown-table";
import { codeInCell } from "../markdown/code-span";
import { plain } from "../markdown/plain";
import type { IamStatement } from "../../model/permissions/iam-policy";
import type { PhasePermissions, StackPermissions } from "../../model/permissions/stack-permissions";
import type { PolicyRule } from "../../model/rbac/policy-rule";
import { credentialsInWords } from "./credentials-in-words";

/** One Markdown table, a row for each stack. */
export function inMarkdown(stacks: readonly StackPermissions[]): string {
  const rows = stacks.map(({ stack, plan, apply, roles, licences }) => [
    `\`${stack}\``,
    inCell(plan),
    inCell(apply),
    roles.join(", ") || "–",
    licences.join("; ") || "–",
  ]);
  const head = ["stack", "to plan", "to apply and destroy", "a person needs the roles", "licences"];
  const without = stacks.flatMap(({ stack, apply }) =>
    apply.graph.flatMap((needed) => (needed.without.length === 0 ? [] : [{ stack, ...needed }])),
  );
  const notes = without.map(
    ({ stack, permission, why, without: without_ }) =>
      `- \`${permission}\` in \`${stack}\` is there to ${why.join(", ")}. To do without it, ${without_.join("; ")}.`,
  );
  const elsewhere = stacks.flatMap(({ stack, credentials }) =>
    credentials.map((one) => `- \`${stack}\`: ${credentialsInWords(one)}`),
  );
  const below = [...notes, ...elsewhere];
  return [markdownTable(head, rows), ...(below.length === 0 ? [] : ["", ...below])].join("\n");
}

function inCell({ graph, aws, kubernetes }: PhasePermissions): string {
  const parts = [
    ...graph.map(({ permission }) => `\`${permission}\``),
    ...aws.flatMap(({ identity, statements }) =>
      statements.map(
        (statement) => `${actionsOf(statement)}${identity.startsWith("arn:") ? ` as ${plain(identity)}` : ""}`,
      ),
    ),
    ...kubernetes.flatMap(({ namespace, rules }) =>
      rules.map((rule) => `${inWords(rule)}${namespace === undefined ? "" : ` in ${namespace}`}`),
    ),
  ];
  return parts.join("<br>") || "nothing";
}

const actionsOf = ({ Action, Resource }: IamStatement) =>
  `${Action.map((action) => `\`${action}\``).join(", ")} on ${Resource.map(codeInCell).join(", ")}`;

const inWords = ({ verbs, resources = [], nonResourceURLs = [], resourceNames }: PolicyRule) =>
  `Kubernetes: ${verbs.join(", ")} ${[...resources, ...nonResourceURLs].join(", ")}${resourceNames === undefined ? "" : ` (${resourceNames.map(codeInCell).join(", ")})`}`;
