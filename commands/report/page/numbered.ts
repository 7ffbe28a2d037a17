/** A list in which each thing stands once, in the order in which it was first asked for. */
export class Numbered<Thing> {
  readonly list: Thing[] = [];
  private readonly known = new Map<string, number>();

  /** @param key what tells it from others */
  constructor(private readonly key: (thing: Thing) => string) {}

  /** The position of a thing, which is added if it is new. */
  of(thing: Thing): number {
    const key = this.key(thing);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.list.length);
    return this.list.push(thing) - 1;
  }
}
