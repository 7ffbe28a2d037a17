import { NoAnswer } from "../../config/no-answer";
import { deployCommand } from "../../model/terraform/deploy-command";

interface Lacking {
  readonly stack: string;
  readonly reason: string;
}

/** A stack cannot be asked for its outputs; the message says what to do. */
export class NotDeployed extends NoAnswer {
  override readonly name = "NotDeployed";
  /** The stack that has to be deployed first; `undefined` where deploying does not help. */
  readonly lacking: Lacking | undefined;

  constructor(message: string, lacking?: Lacking) {
    super(message);
    this.lacking = lacking;
  }

  /** A stack that was never deployed, or is destroyed. */
  static because(stack: string, reason: string): NotDeployed {
    return new NotDeployed(
      `The stack "${stack}" is not deployed: ${reason}. Deploy it first: ${deployCommand(stack)}`,
      { stack, reason },
    );
  }

  /** Several of them as one, with the one command that deploys them all. */
  static together(errors: readonly NotDeployed[]): NotDeployed {
    const [first, ...others] = errors;
    const lacking = errors.flatMap((error) => error.lacking ?? []);
    if (first !== undefined && others.length === 0) return first;
    const told = lacking.map(({ stack, reason }) => `"${stack}" (${reason})`);
    const command = deployCommand(...lacking.map(({ stack }) => stack));
    return new NotDeployed(`These stacks are not deployed: ${told.join(", ")}. Deploy them first: ${command}`);
  }
}
