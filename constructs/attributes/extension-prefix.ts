import { expression, type Expression } from "../terraform/expression";
import type { Part } from "../terraform/template";

/**
 * How the names of an application's extensions begin, as part of a template: `extension_<client ID without dashes>_`. Made from
 * the client ID, not read from a definition: any change of that would make the name unknown, and with it every person's.
 */
export function extensionPrefix(clientId: Expression): Part {
  return ["extension_", expression`replace(${clientId}, "-", "")`, "_"];
}
