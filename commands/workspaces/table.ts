import Table from "cli-table3";
import type { RunPhase, WorkspaceVariable } from "../../model/workspaces/dynamic-credentials";
import { runSubject } from "../../model/workspaces/run-subject";
import type { Workspace, WorkspacesPlace } from "../../model/workspaces/workspace";

/** A table, a row for each workspace in the order of the first runs, and what holds of all of them. */
export function inTable(workspaces: readonly Workspace[], place: WorkspacesPlace, notes: readonly string[]): string {
  const table = new Table({
    head: ["", "workspace", "starts after", "its state is shared with", "identities"],
    style: { head: [], border: [] },
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const [index, one] of workspaces.entries())
    table.push([
      String(index + 1),
      one.name,
      one.after.join(", ") || "–",
      one.readBy.join("\n") || "–",
      one.execution === "local" ? "none: runs on your machine" : identitiesOf(one.variables),
    ]);
  const variables = workspaces.flatMap((one) => one.variables);
  return [table.toString(), variablesOf(variables), ofAll(place), ...notes].join("\n\n");
}

const cloudNames = { azure: "Entra", aws: "AWS" } as const;
const phaseNames: Readonly<Record<RunPhase, string>> = { plan: "plan", apply: "apply", run: "one for both" };

function identitiesOf(variables: readonly WorkspaceVariable[]): string {
  const lines = (["azure", "aws"] as const).flatMap((cloud) => {
    const phases = variables.flatMap((one) => (one.cloud === cloud && one.phase !== undefined ? [one.phase] : []));
    if (phases.length === 0) return [];
    return [`${cloudNames[cloud]}: ${phases.map((phase) => phaseNames[phase]).join(", ")}`];
  });
  return lines.join("\n");
}

/** Each variable once, with what it holds. */
function variablesOf(variables: readonly WorkspaceVariable[]): string {
  const lines = variables.map(({ key, value, cloud, phase }) => {
    if (cloud === undefined || phase === undefined) return `  ${key}=${value ?? ""}`;
    const identity = cloud === "azure" ? "client ID of the application" : "ARN of the role";
    return `  ${key}: ${identity} for ${phase === "run" ? "plan and apply" : phase}`;
  });
  return ["Environment variables of the workspaces, no secret among them:", ...[...new Set(lines)].sort()].join("\n");
}

function ofAll(place: WorkspacesPlace): string {
  const subject = (phase: "plan" | "apply") => runSubject({ ...place, workspace: "<workspace>" }, phase);
  return `Organization ${place.organization}, project ${place.project}. Run triggers: what "starts after" says.
Working directory, if a workspace reads a repository: cdktf.out/stacks/<stack>
Tokens of the runs, for federated credentials in Entra and trust policies in AWS:
  issuer    https://${place.hostname}
  subject   ${subject("plan")}
            ${subject("apply")}
  audience  api://AzureADTokenExchange in Entra, aws.workload.identity in AWS`;
}
