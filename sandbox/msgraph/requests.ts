import type { IncomingMessage, ServerResponse } from "node:http";
import type { Server } from "node:https";
import { text } from "node:stream/consumers";
import type { GraphRequest, GraphResponse } from "./graph-request";

type Handle = (request: GraphRequest) => Promise<GraphResponse>;

/** Answers whatever a server receives. */
export function answerRequests(server: Server, handle: Handle): void {
  server.on("request", (request, response) => {
    // Whoever asked has gone, or there is a mistake here: either way no answer is the loudest one.
    answerRequest(request, response, handle).catch(() => response.destroy());
  });
}

async function answerRequest(request: IncomingMessage, response: ServerResponse, handle: Handle): Promise<void> {
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, [value ?? []].flat().join(", ")] as const,
  );
  const answer = await handle({
    method: request.method ?? "GET",
    path: request.url ?? "/",
    headers: Object.fromEntries(headers),
    body: await text(request),
  });
  response.writeHead(answer.status, answer.headers).end(answer.body === "" ? undefined : answer.body);
}
