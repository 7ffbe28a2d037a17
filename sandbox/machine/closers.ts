/** Things that were started, ended in the reverse order; also when a later start fails. */
export class Closers {
  private readonly closers: (() => Promise<void> | void)[] = [];

  /** Remembers how to end something, and hands it back. */
  add<T>(started: T, close: (started: T) => Promise<void> | void): T {
    this.closers.push(() => close(started));
    return started;
  }

  /** Ends everything once; one failure does not keep the others running. */
  async close(): Promise<void> {
    for (let close = this.closers.pop(); close !== undefined; close = this.closers.pop()) {
      await Promise.resolve()
        .then(close)
        .catch(() => undefined);
    }
  }
}
