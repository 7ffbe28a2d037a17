/** A moment as Graph writes it: fractions of a second only where they are not zero. [seen] */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(".000Z", "Z");
}

/** Now, in whole seconds. */
export function rightNow(): string {
  return instant(Math.floor(Date.now() / 1000) * 1000);
}
