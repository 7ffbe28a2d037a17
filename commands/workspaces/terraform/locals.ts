import type { Workspace, WorkspacesPlace } from "../../../model/workspaces/workspace";
import { inBraces, list, text } from "./literals";

/** What the access file knows, and the identity of each phase of each stack. */
export const locals = (workspaces: readonly Workspace[], { project }: WorkspacesPlace) => `locals {
  project = ${text(project)}
  workspaces = {
${workspaces.map(entry).join("\n")}
  }

  variables = merge([for stack, one in local.workspaces : {
    for key, value in one.variables : "\${stack} \${key}" => { stack = stack, key = key, value = value }
  }]...)
  identities = merge([for stack, one in local.workspaces : {
    for key, of in one.identities : "\${stack} \${key}" => { stack = stack, key = key, cloud = of[0], phase = of[1] }
  }]...)

  given = { azure = var.azure_client_ids, aws = var.aws_role_arns }
  # Where both phases need the same, the identity of applies will do.
  found = {
    for name, one in local.identities : name => compact([
      for place in setproduct([one.stack, "*"], one.phase == "run" ? ["run", "apply"] : [one.phase]) :
      try(local.given[one.cloud][place[0]][place[1]], "")
    ])
  }
  lacking = [for name, one in local.identities : "\${one.stack} (\${one.cloud}, \${one.phase})" if length(local.found[name]) == 0]
}`;

/** What differs from workspace to workspace. */
function entry({ stack, name, workingDirectory, execution, readBy, variables, subjects }: Workspace): string {
  const known = variables.flatMap(({ key, value }) => (value === undefined ? [] : [`${key} = ${text(value)}`]));
  const identities = variables.flatMap(({ key, cloud, phase }) =>
    cloud === undefined || phase === undefined ? [] : [`${key} = ${list([cloud, phase])}`],
  );
  return `    ${text(stack)} = {
      name              = ${text(name)}
      working_directory = ${text(workingDirectory)}
      execution_mode    = ${text(execution)}
      read_by           = ${list(readBy)}
      subjects          = ${list([subjects.plan, subjects.apply])}
      variables         = ${inBraces(known)}
      identities        = ${inBraces(identities)}
    }`;
}
