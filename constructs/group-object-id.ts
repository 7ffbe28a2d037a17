import type { Access } from "../config/schema/access";
import { own } from "../model/own";
import { reference, type Expression } from "./terraform/expression";

/**
 * The object ID of a group in the stack `people`, whether it is made there or looked up.
 *
 * @param key a key of `groups`, which is also the Terraform address
 */
export function groupObjectId({ groups }: Pick<Access, "groups">, key: string): Expression {
  const type = own(groups, key)?.existing === undefined ? "azuread_group" : "data.azuread_group";
  return reference(type, key, "object_id");
}
