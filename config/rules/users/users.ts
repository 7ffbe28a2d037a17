import { own } from "../../../model/own";
import { strings, type Draft } from "../../draft";
import type { Mistake, Path } from "../../mistake";
import { attributeTypes } from "../../schema/attributes/attribute";
import { isUserPrincipalName } from "../../schema/names";
import { didYouMean } from "../../text/suggestion";
import { unmet, type AttributeType } from "../attributes/attribute-value";
import { typeOf } from "../attributes/attributes";
import type { Rule } from "../rule";

/** The key is whom Entra knows by this name; it compares names without case. */
export const userNames: Rule = function* ({ users }) {
  const seen = new Map<string, string>();
  for (const name of Object.keys(users)) {
    const at: Pick<Mistake, "path" | "at"> = { path: ["users", name], at: "key" };
    const other = seen.get(name.toLowerCase());
    if (!isUserPrincipalName(name)) {
      yield { ...at, must: "must have a user principal name such as ada@contoso.com as key" };
    } else if (other !== undefined) {
      yield { ...at, must: `must not be the same person as "${other}": Entra compares names without case` };
    } else seen.set(name.toLowerCase(), name);
  }
};
userNames.brings = { "users.*": "must have a user principal name as key, each person once" };

/** Whoever has left is in no group: a disabled account keeps its groups, and gets its rights back with them. */
export const leavers: Rule = function* ({ users, groups }) {
  const left = new Set(Object.entries(users).flatMap(([name, user]) => (user.left === true ? name.toLowerCase() : [])));
  for (const [key, { members }] of Object.entries(groups)) {
    for (const { index, text } of strings(members)) {
      if (!left.has(text.toLowerCase())) continue;
      yield { path: ["groups", key, "members", index], must: "must not be a person with left: true under users" };
    }
  }
};
leavers.brings = { "groups.*.members": "must not list a person with `left: true`" };

/** A value needs an attribute that is defined and not retired, and has to be of its type. */
export const attributeValues: Rule = function* ({ attributes, users }) {
  const known = Object.keys(attributes);
  for (const [person, user] of Object.entries(users)) {
    for (const [name, value] of Object.entries(user.attributes)) {
      const path = ["users", person, "attributes", name];
      const definition = own(attributes, name);
      if (definition === undefined) yield undefinedAttribute(path, name, known);
      else if (definition.retired === true) {
        yield { path, at: "key", must: `must not be given, since attributes.${name} is retired`, hint: "remove it" };
      } else yield* misfit(path, definition, value);
    }
  }
};
attributeValues.brings = { "users.*.attributes.*": "must be a defined attribute, with a value of its type" };

function undefinedAttribute(path: Path, name: string, known: readonly string[]): Mistake {
  return {
    path,
    at: "key",
    must: 'must be an attribute defined under "attributes"',
    hint: () => didYouMean(name, known),
  };
}

/** The schema tells of a value that is none of text, number and boolean, and of an unknown type. */
function* misfit(path: Path, definition: Draft["attributes"][string], value: unknown): Generator<Mistake> {
  const type = typeOf(definition);
  if (!["string", "number", "boolean"].includes(typeof value) || !isAttributeType(type)) return;
  const mistake = unmet(type, value);
  if (mistake !== undefined) yield { path, ...mistake };
}

const isAttributeType = (type: string): type is AttributeType => (attributeTypes as readonly string[]).includes(type);
