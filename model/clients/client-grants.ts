import type { Client } from "../../config/schema/access";
import type { PlacedGrant } from "../rbac/receivers";
import { clientRoles } from "./preset";

/** The groups that clients give a role of their own, as if that were a grant. */
export function clientGrants(clients: Readonly<Record<string, Client>>): PlacedGrant<{ readonly group: string }>[] {
  return Object.entries(clients).flatMap(([name, { cluster, groups }]) =>
    clientRoles.flatMap((role) =>
      groups[role].map((group, index) => ({
        cluster,
        path: ["clients", name, "groups", role, index],
        grant: { group },
      })),
    ),
  );
}
