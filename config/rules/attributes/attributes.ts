import { isRestricted } from "../../../model/login/restricted-claims";
import type { Draft } from "../../draft";
import type { Mistake } from "../../mistake";
import { attributeName } from "../../schema/attributes/attribute";
import type { Rule } from "../rule";

/** The type of an attribute as the schema has it, given or not. */
export const typeOf = ({ type = "String" }: Draft["attributes"][string]) => type;

/** An attribute's key is its name in the directory, its claim and its Terraform address. */
export const attributeNames: Rule = function* ({ attributes }) {
  const seen = new Map<string, string>();
  for (const name of Object.keys(attributes)) {
    const at: Pick<Mistake, "path" | "at"> = { path: ["attributes", name], at: "key" };
    const other = seen.get(name.toLowerCase());
    if (!attributeName.test(name)) {
      yield { ...at, must: "must have a key of 1 to 63 letters, digits and _, the first a letter" };
    } else if (isRestricted(name)) {
      yield {
        ...at,
        must: "must not have the name of a claim that Microsoft restricts: a policy cannot map it, so no token would contain it",
      };
    } else if (other !== undefined) {
      yield {
        ...at,
        must: `must differ from attributes.${other} by more than upper and lower case, which Microsoft Graph ignores`,
      };
    } else seen.set(name.toLowerCase(), name);
  }
};
attributeNames.brings = {
  "attributes.*": "must have a key of letters, digits and _ that is not the name of a restricted claim",
};
