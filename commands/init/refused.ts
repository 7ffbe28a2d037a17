import { NoAnswer } from "../../config/no-answer";

/** Something that was given is wrong; the message is one sentence that says what must hold. */
export class Refused extends NoAnswer {
  override readonly name = "Refused";
}
