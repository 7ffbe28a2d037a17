import type { Access, Attribute } from "../../config/schema/access";
import { own } from "../own";

/** What a person can have as an attribute; `null` for no value. */
export type AttributeValue = string | number | boolean | null;

type File = Pick<Access, "attributes" | "users">;

/** The names of the attributes that are in use, sorted: the claims of every ID token. */
export function claimsOf({ attributes }: Pick<Access, "attributes">): string[] {
  return names(attributes).filter((name) => own(attributes, name)?.retired === false);
}

/**
 * What the directory is to hold about a person: every attribute of the file by its name, in a stable order. Whatever the
 * person's entry does not list is `null`, retired attributes too.
 *
 * @param userPrincipalName in lower case
 */
export function valuesOf({ attributes, users }: File, userPrincipalName: string): Record<string, AttributeValue> {
  const given = own(users, userPrincipalName)?.attributes;
  return Object.fromEntries(
    names(attributes).map((name) => [name, stored(own(attributes, name)?.type, own(given, name))]),
  );
}

const names = (attributes: Readonly<Record<string, Attribute>>) => Object.keys(attributes).sort();

/** Microsoft Graph keeps times in UTC, whatever zone they came in: learn.microsoft.com/graph/api/resources/extensionproperty */
function stored(type: Attribute["type"] | undefined, value: AttributeValue | undefined): AttributeValue {
  if (value === undefined) return null;
  return type === "DateTime" ? new Date(String(value)).toISOString().replace(".000Z", "Z") : value;
}
