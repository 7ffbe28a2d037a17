/** What a token says. */
export type Claims = Readonly<Record<string, unknown>>;

/** The claims that have a value; Entra never writes an empty one. */
export function withValue(claims: Claims): Claims {
  return Object.fromEntries(
    Object.entries(claims).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
}
