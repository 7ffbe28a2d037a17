/** Account of everything here. */
export const account = "111122223333";

/** An error as an AWS API of JSON over REST answers it: its type in a header, its members beside the message. */
export class AwsRefusal extends Error {
  override readonly name = "AwsRefusal";

  constructor(
    readonly status: number,
    /** Shape of the error in the API model. */
    readonly type: string,
    message: string,
    readonly members: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export const invalidParameter = (message: string, members: Readonly<Record<string, string>> = {}) =>
  new AwsRefusal(400, "InvalidParameterException", message, members);
