import type { Access } from "../config/schema/access";

/**
 * The object ID of a group in the stack `people`, whether it is made there or looked up.
 *
 * @param key a key of `groups`, which is also the Terraform address
 * @returns an expression without `${}`
 */
export function groupObjectId({ groups }: Pick<Access, "groups">, key: string): string {
  return `${groups[key]?.existing === undefined ? "" : "data."}azuread_group.${key}.object_id`;
}
