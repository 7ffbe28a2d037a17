import type { Workspace } from "../../../model/workspaces/workspace";
import { aligned, list, text } from "./literals";

/** The first run of a workspace, after those of others. */
export const firstRun = (stack: string, after: readonly string[]) => `resource "tfe_workspace_run" "${stack}" {
  count        = var.first_runs && var.repository != null ? 1 : 0
  workspace_id = tfe_workspace.stack[${text(stack)}].id
  apply {
    manual_confirm = var.confirm_first_runs
    wait_for_run   = true
    retry          = false
  }
  depends_on = [${["tfe_workspace_settings.stack", "tfe_variable.stack", "tfe_variable.identity", ...after.map((other) => `tfe_workspace_run.${other}`)].join(", ")}]
}`;

/** After the first runs: none of them is to start another. */
export const triggers = (remote: readonly Workspace[]) => `resource "tfe_run_trigger" "stack" {
  for_each = {
${aligned(remote.flatMap(triggersOf)).join("\n")}
  }
  workspace_id  = tfe_workspace.stack[each.value[0]].id
  sourceable_id = tfe_workspace.stack[each.value[1]].id
  depends_on    = [${remote.map(({ stack }) => `tfe_workspace_run.${stack}`).join(", ")}]
}`;

const triggersOf = ({ stack, triggeredBy }: Workspace) =>
  triggeredBy.map((source): [string, string] => [text(`${stack} after ${source}`), list([stack, source])]);
