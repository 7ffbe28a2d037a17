import { microsoftGraph } from "../../model/login/microsoft-graph";
import { applicationPermissions } from "../../model/permissions/application-permissions";
import type { Phase } from "../../model/permissions/need";
import type { StackPermissions } from "../../model/permissions/stack-permissions";
import { graphPermissions } from "./graph-permissions";

/** Commands of the Azure CLI that give an application the permissions of Microsoft Graph; APP_ID is its client ID. */
export function inAz(stacks: readonly StackPermissions[], phase: Phase): string {
  const needed = graphPermissions(stacks, phase);
  if (needed.size === 0) return "# These stacks need no permission of Microsoft Graph.";
  const add = [...needed].map(
    ([permission, by]) =>
      `az ad app permission add --id "$APP_ID" --api ${microsoftGraph} --api-permissions ${applicationPermissions[permission]}=Role # ${permission}: ${by.join(", ")}`,
  );
  return [
    `# Rights to ${phase} ${stacks.map(({ stack }) => stack).join(", ")}; APP_ID is the client ID of the deploying application.`,
    ': "${APP_ID:?client ID of the deploying application}"',
    ...add,
    "# A Privileged Role Administrator consents to application permissions of Microsoft Graph:",
    'az ad app permission admin-consent --id "$APP_ID"',
  ].join("\n");
}
