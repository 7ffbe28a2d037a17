import type { Access } from "../../config/schema/access";
import { own } from "../own";

/**
 * Object ID of a group, by its entry or by what the stack `people` has put out; `undefined` before that is known.
 *
 * @param objectIds object ID of each group by its key
 */
export function knownObjectId(
  { groups }: Pick<Access, "groups">,
  key: string,
  objectIds: Readonly<Record<string, string>>,
): string | undefined {
  const { existing } = own(groups, key) ?? {};
  return typeof existing === "string" ? existing : own(objectIds, key);
}
