/**
 * Decodes as Go's base64.RawURLEncoding does: padding and other signs are refused, bits that are left over at the end are not.
 *
 * @returns `undefined` if it is no such text
 */
export function decodedBase64Url(text: string): Buffer | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  return Buffer.from(text, "base64url");
}
