import { createServer } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import type { Listening } from "../machine/listening";
import { issuerHosts } from "./issuer";
import { listenOnLoopback } from "../machine/loopback";

/** The real hosts that the proxy leads to the emulated Entra; its certificate has to name them. */
export const microsoftHosts: readonly string[] = [...issuerHosts, "login.windows.net", "graph.microsoft.com"];

export interface ProxyProps {
  /** 0 for any that is free. */
  readonly port: number;
  /** Port of the emulated Entra. */
  readonly target: number;
  /** Ports of the API servers, which are reached at 127.0.0.1. */
  readonly apiServerPorts: () => readonly number[];
}

/** The proxy of a sandbox. */
export interface Proxy extends Listening {
  /** Where each tunnel was asked to lead, as `host:port`, if it was let through. */
  readonly tunnels: readonly string[];
}

/**
 * Starts an HTTP CONNECT proxy for programs that know only Microsoft's real hosts, and for those that reach a private
 * endpoint by a proxy; nothing outside the sandbox is reached through it.
 */
export async function startProxy({ port, target, apiServerPorts }: ProxyProps): Promise<Proxy> {
  const tunnels: string[] = [];
  const server = createServer((_, response) => {
    response.statusCode = 502;
    response.end("only CONNECT to Microsoft's hosts and to API servers\n");
  });
  server.on("connect", (request, client: Duplex, head: Buffer) => {
    const asked = (request.url ?? "").toLowerCase();
    const [host = "", remotePort] = asked.split(":");
    const inside = host === "127.0.0.1" ? apiServerPorts().find((known) => String(known) === remotePort) : undefined;
    const to = microsoftHosts.includes(host) && remotePort === "443" ? target : inside;
    if (to === undefined) client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    else {
      tunnels.push(asked);
      tunnel(client, head, to);
    }
  });
  const listening = await listenOnLoopback(server, port);
  return { ...listening, tunnels, url: `http://127.0.0.1:${listening.port}` };
}

function tunnel(client: Duplex, head: Buffer, target: number): void {
  const upstream = connect(target, "127.0.0.1", () => {
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    upstream.write(head);
    upstream.pipe(client);
    client.pipe(upstream);
  });
  for (const [one, other] of [
    [upstream, client],
    [client, upstream],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
}
