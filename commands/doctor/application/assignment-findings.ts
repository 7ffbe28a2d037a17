import type { Access } from "../../../config/schema/access";
import { assignsGroups } from "../../../model/login/login";
import { own } from "../../../model/own";
import { grantedGroups } from "../../../model/rbac/grant";
import { deployCommand } from "../../../model/terraform/deploy-command";
import type { DeployedStacks } from "../deployed";
import { about, type Finding } from "../finding";
import type { GraphReader, LiveLogin } from "./graph-reader";

const { broken, fine, notLookedAt } = about("assignment");

/** Whether the granted groups are assigned to the application, where the file says so. */
export async function assignmentFindings(
  { login, clusters }: Access,
  { servicePrincipal }: LiveLogin,
  people: DeployedStacks["people"],
  graph: GraphReader,
): Promise<Finding[]> {
  if (servicePrincipal === undefined || !assignsGroups(login)) return [];
  if ("reason" in people) return [notLookedAt("assignment", `The groups are not known. ${people.reason}`)];
  const { group_object_ids: objectIds } = people.outputs;
  const assigned = new Set((await graph.assigned(servicePrincipal.id)).map((id) => id.toLowerCase()));
  const granted = grantedGroups(Object.values(clusters));
  const lacking = granted.filter((key) => !assigned.has(own(objectIds, key) ?? ""));
  if (lacking.length === 0) return [fine("assignment", "Every granted group is assigned to the application")];
  return [
    broken(
      "assignment-missing",
      `Granted groups are not assigned to the application: ${lacking.join(", ")}. Their members cannot sign in, or come without the group`,
      `${deployCommand("login")} assigns them`,
    ),
  ];
}
