/** What was asked for cannot be told; the message is one sentence that says why, and what to do. */
export class NoAnswer extends Error {
  override readonly name: string = "NoAnswer";
}
