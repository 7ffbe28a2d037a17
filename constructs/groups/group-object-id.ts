import type { Access } from "../../config/schema/access";
import { own } from "../../model/own";
import { reference, type Expression } from "../terraform/expression";
import { foundGroup } from "./group-lookup";

/**
 * The object ID of a group in the stack `people`, whether it is made there or looked up.
 *
 * @param key a key of `groups`, which is also the Terraform address
 */
export function groupObjectId({ groups, directory }: Pick<Access, "groups" | "directory">, key: string): Expression {
  if (own(groups, key)?.existing === undefined) return reference("azuread_group", key, "object_id");
  return foundGroup(key, directory.lookup, "object_id");
}
