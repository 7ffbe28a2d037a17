/**
 * The value of a key that somebody else wrote. A plain look-up would find what every object has by birth, such as
 * `constructor`.
 */
export function own<T>(map: Readonly<Record<string, T>> | undefined, key: string | undefined): T | undefined {
  return map !== undefined && key !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
