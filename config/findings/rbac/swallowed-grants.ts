import { roleOf } from "../../../model/rbac/binding";
import { swallowedGrants } from "../../../model/rbac/swallowed-grants";
import { written } from "../../mistake";
import { firstFew } from "../../text/first-few";
import type { Finder } from "../found";

/** Grants that could go, all of them together, and nobody would lose anything. */
export const swallowedGrant: Finder = function* (access) {
  for (const { path, grant, by } of swallowedGrants(access)) {
    const through = [...new Set(by.map((one) => one.grant.group))].filter((group) => group !== grant.group);
    const inside =
      through.length === 0 ? "" : `, by way of ${firstFew(through.map((key) => written(["groups", key])))}`;
    yield [
      path,
      `gives "${roleOf(grant).name}" to ${written(["groups", grant.group])}, which has all of it by ${firstFew(by.map((one) => written(one.path)))}${inside}`,
    ];
  }
};
