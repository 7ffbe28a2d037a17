import type { Access } from "../config/schema/access";
import { foundGroup } from "./group-lookup";

/**
 * The object ID of a group in the stack `people`, whether it is made there or looked up.
 *
 * @param key a key of `groups`, which is also the Terraform address
 * @returns an expression without `${}`
 */
export function groupObjectId({ groups, directory }: Pick<Access, "groups" | "directory">, key: string): string {
  if (groups[key]?.existing === undefined) return `azuread_group.${key}.object_id`;
  return foundGroup(key, directory.lookup, "object_id");
}
