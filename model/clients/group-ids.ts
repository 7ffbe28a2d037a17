import { clientRoles, type ClientRole, type ClientValuesProps } from "./preset";

/** The object ID of each group of a client with its role, the strongest role first. Clients judge by IDs without a prefix. */
export function groupIds({
  client,
  objectIds,
}: Pick<ClientValuesProps, "client" | "objectIds">): [ClientRole, string][] {
  return clientRoles.flatMap((role) =>
    client.groups[role].map((key): [ClientRole, string] => [role, objectIds.get(key) ?? key]),
  );
}
