import type { Answer } from "./answer";
import type { Incoming } from "./incoming";

/** Answers what is not Entra's to answer: requests to Microsoft Graph, and application tokens. */
export type Forward = (request: {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<Answer>;

/** About one connection only, so not for the next one. */
const ofConnection = ["host", "connection", "content-length", "transfer-encoding", "keep-alive"];

/** Passes a request on, with another path if need be. */
export async function passOn(forward: Forward, { method, headers, body, ...request }: Incoming, path = request.path) {
  const answer = await forward({ method, path, headers: endToEnd(headers), body });
  return { ...answer, headers: endToEnd(answer.headers) };
}

function endToEnd(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.includes(name.toLowerCase())));
}
