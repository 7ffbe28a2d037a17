import { namedOwners } from "../../../model/users/people";
import type { Warning } from "../warning";

/**
 * Service principals do not count as the owner that a group has to keep: learn.microsoft.com/graph/api/group-delete-owners.
 * A role-assignable group lets the last person go: microsoftgraph/msgraph-metadata issue 653.
 */
export const ownersWithoutPerson: Warning = function* ({ groups }) {
  for (const [key, { owners, protected: isProtected }] of Object.entries(groups)) {
    if (owners === undefined || isProtected || namedOwners(owners).length > 0) continue;
    yield [
      ["groups", key, "owners"],
      "names object IDs only",
      "If all of them are service principals and a person owns the group now, Entra refuses to remove that person, and every deployment of people fails. Name a person too.",
    ];
  }
};
