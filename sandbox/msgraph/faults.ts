/** What goes wrong on purpose. Tokens and metadata are never spoiled. */
export interface Faults {
  /**
   * Share of requests that Graph answers with 429 and `Retry-After: 1`, before anything is done.
   *
   * @default 0
   */
  readonly throttledShare?: number;
  /**
   * Share of requests that Graph answers with 503, before anything is done.
   *
   * @default 0
   */
  readonly unavailableShare?: number;
  /**
   * How often in a row the same request is answered so at most. The msgraph provider sends one four times, and then fails. [seen]
   *
   * @default - as often as it is its turn
   */
  readonly inARow?: number;
  /**
   * How long a new object stays unknown: to reads, to changes and as the target of references.
   *
   * @default 0
   */
  readonly consistencyMs?: number;
  /**
   * Whether only reads come to a replica that lags behind: changes and references find what is new. [guess] Entra has
   * been seen to do both.
   *
   * @default false
   */
  readonly onlyReadsLag?: boolean;
  /**
   * What every request waits for before anything is done, those for tokens too.
   *
   * @default - nothing
   */
  readonly until?: Promise<void>;
}

/** Numbers from 0 to 1 that look random and are the same ones every time: mulberry32. */
export class Dice {
  private state = 1;

  roll(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
