/** A refusal as Entra words it: `AADSTS50011: …`. */
export class EntraError extends Error {
  override readonly name = "EntraError";

  constructor(
    /** The number behind AADSTS. */
    readonly number: number,
    /** The OAuth 2.0 error code that goes with it. */
    readonly error: string,
    message: string,
  ) {
    super(`AADSTS${number}: ${message}`);
  }
}
