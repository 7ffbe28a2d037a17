import { NoAnswer } from "../../config/no-answer";

/** A stack cannot be asked for its outputs; the message says what to do. */
export class NotDeployed extends NoAnswer {
  override readonly name = "NotDeployed";

  /** A stack that was never deployed, or is destroyed. */
  static because(stack: string, reason: string): NotDeployed {
    return new NotDeployed(`The stack "${stack}" is not deployed: ${reason}. Deploy it first: npx cdktf deploy '*'`);
  }
}
