import { graphApplications } from "./graph-applications";
import { graphGroups } from "./graph-groups";
import { graphPolicies } from "./graph-policies";
import type { Case, GraphRight } from "./graph-right";
import { graphUsers } from "./graph-users";

/** What each request to Microsoft Graph needs that the providers make for this program's resources. */
export const graphRights: readonly GraphRight[] = [
  ...graphUsers,
  ...graphGroups,
  ...graphApplications,
  ...graphPolicies,
];

/**
 * The row about a request.
 *
 * @param cases what is so of the request
 * @returns `undefined` for a request that no resource of this program makes
 */
export function graphRight(request: string, cases: readonly Case[]): GraphRight | undefined {
  const rows = graphRights.filter((row) => row.request === request);
  return (
    rows.find(({ about }) => about !== undefined && cases.includes(about)) ??
    rows.find(({ about }) => about === undefined)
  );
}
