import type { DirectoryView, GraphObject } from "../msgraph/directory-view";
import type { Application } from "./application";
import type { Claims } from "./claims";
import type { User } from "./user";

interface ExtensionProperty extends GraphObject {
  readonly name: string;
  readonly targetObjects: readonly string[];
}

/** Value of `extension_<appid>_<name>`: names count by case, and the definition must still exist. [doc: schema-extensions] */
export function extensionValue(directory: DirectoryView, user: User, name: string): unknown {
  const defined = (directory.all("extensionProperties") as readonly ExtensionProperty[]).some(
    (property) => property.name === name && property.targetObjects.includes("User"),
  );
  return defined ? user[name] : undefined;
}

/** Extensions as optional claims: only those of this application, called `extn.<name>`. [doc: optional-claims] */
export function extensionClaims(directory: DirectoryView, { appId, optionalClaims }: Application, user: User): Claims {
  const prefix = `extension_${appId.replaceAll("-", "")}_`;
  const claims = (optionalClaims?.idToken ?? [])
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ name }) => [`extn.${name.slice(prefix.length)}`, extensionValue(directory, user, name)] as const)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([claim, value]) => [claim, Array.isArray(value) ? (value as unknown[]) : [value]] as const);
  return Object.fromEntries(claims);
}
