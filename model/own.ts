/**
 * The value of a key that somebody else wrote. A plain look-up would find what every object has by birth, such as
 * `constructor`.
 */
export function own<T>(map: Readonly<Record<string, T>> | undefined, key: string | undefined): T | undefined {
  return map !== undefined && key !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The same of a value that may be no map: of a list the entry at a position. */
export function ownIn(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null
    ? own(value as Readonly<Record<string, unknown>>, String(key))
    : undefined;
}
