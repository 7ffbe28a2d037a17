/** What kube-apiserver asks of a token, in its own order. */
export type Check =
  | "form"
  | "issuer"
  | "header"
  | "registered claims"
  | "claim sources"
  | "audience"
  | "expiry"
  | "not before"
  | "algorithm"
  | "signature"
  | "distributed groups"
  | "username"
  | "email verified"
  | "groups"
  | "required claim"
  | "reserved name";

/** Why an API server does not take a token. */
export interface RefusalProps {
  readonly check: Check;
  /**
   * The claim that it looked at.
   *
   * @default - it looked at no claim
   */
  readonly claim?: string;
  /**
   * What the claim has to say.
   *
   * @default - nothing in particular
   */
  readonly wanted?: string;
  /**
   * What the token says.
   *
   * @default - nothing that can be told
   */
  readonly got?: string;
}

/** An API server does not take a token; the message is what it writes to its log. */
export class TokenRefusal extends Error {
  override readonly name = "TokenRefusal";

  constructor(
    reason: string,
    readonly props: RefusalProps,
  ) {
    super(reason);
  }
}
