import { NoAnswer } from "../../config/no-answer";
import { Guid } from "../../config/schema/names";

/**
 * What `--client-id` says, in the lower case that Entra writes into a token.
 *
 * @throws NoAnswer if it is no GUID
 */
export function clientIdOption(text: string | undefined): string | undefined {
  if (text === undefined || Guid.safeParse(text).success) return text?.toLowerCase();
  throw new NoAnswer(`--client-id must be the client ID of the login application, a GUID, got "${text}"`);
}
