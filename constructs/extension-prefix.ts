/**
 * How the names of an application's extensions begin, as a template: `extension_<client ID without dashes>_`. Made from
 * the client ID, not read from a definition: any change of that would make the name unknown, and with it every person's.
 *
 * @param clientId expression without `${}`
 */
export function extensionPrefix(clientId: string): string {
  return `extension_\${replace(${clientId}, "-", "")}_`;
}
