const names = ["isTTY", "columns"] as const;
const found = names.map((name) => [name, Object.getOwnPropertyDescriptor(process.stderr, name)] as const);

/** Makes standard error a terminal so many characters wide, or none, until {@link asFound}: all test files of a worker share it. */
export function standardError(isTTY: boolean, columns?: number): void {
  for (const [name, value] of Object.entries({ isTTY, columns }))
    Object.defineProperty(process.stderr, name, { value, configurable: true, writable: true, enumerable: true });
}

/** Standard error again as this test file found it. */
export function asFound(): void {
  for (const [name, descriptor] of found) {
    Reflect.deleteProperty(process.stderr, name);
    if (descriptor) Object.defineProperty(process.stderr, name, descriptor);
  }
}
