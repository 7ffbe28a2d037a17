import type { IncomingMessage } from "node:http";

/** A request as a server got it, read to its end. */
export interface Incoming {
  readonly method: string;
  /** Path with its query, as it was sent. */
  readonly path: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads a request; the URL is the one that the client believes in. */
export async function readIncoming(message: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers = Object.entries(message.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]);
  const { method = "GET", url: path = "/" } = message;
  return {
    method,
    path,
    url: new URL(`https://${message.headers.host ?? "localhost"}${path}`),
    headers: Object.fromEntries(headers) as Readonly<Record<string, string>>,
    body: Buffer.concat(chunks).toString(),
  };
}
