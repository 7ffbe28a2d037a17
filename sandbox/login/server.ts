import type { ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { Listening, LoggedRequest, ServerCertificate } from "../machine/listening";
import { json, type Answer } from "./answer";
import { readIncoming, type Incoming } from "./incoming";
import { localDiscoveryUrl } from "./issuer";
import { listenOnLoopback } from "../machine/loopback";
import { route, type Routed } from "./routes";
import { Service, type ServiceProps } from "./service";

export interface EntraProps extends ServiceProps {
  readonly certificate: ServerCertificate;
  /** 0 for any that is free. */
  readonly port: number;
}

/** The sign-in side of an emulated Entra. */
export interface EntraServer extends Listening {
  /** Every request that was answered, the latest last. */
  readonly log: readonly LoggedRequest[];
  /** Says who signs in when `login_hint` names nobody. */
  signInAs(person: string | undefined): void;
  /** Where the discovery document of a real issuer is found on localhost; `undefined` if the issuer is not Entra's. */
  discoveryUrl(issuer: string): string | undefined;
}

/** Starts discovery, keys, /authorize (without a page) and /token of the directory's tenant. */
export async function startEntra({ certificate, port, ...props }: EntraProps): Promise<EntraServer> {
  const log: LoggedRequest[] = [];
  const service = new Service(props, () => url);
  const server = createServer({ ...certificate }, (message, response) => {
    readIncoming(message)
      .then(async (incoming) => {
        const { route, answer } = await answerTo(service, incoming);
        log.push({ method: incoming.method, path: incoming.path, status: answer.status, route });
        send(response, answer);
      })
      // The client has gone, or sent no HTTP that could be answered.
      .catch(() => response.destroy());
  });
  const listening = await listenOnLoopback(server, port);
  const url = `https://localhost:${listening.port}`;
  return {
    ...listening,
    url,
    log,
    signInAs: (person) => {
      service.signInAs(person);
    },
    discoveryUrl: (issuer) => localDiscoveryUrl(issuer, url),
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body);
}

/** A mistake in the emulation itself is told to the client, so that it is found where it shows. */
async function answerTo(service: Service, incoming: Incoming): Promise<Routed> {
  try {
    return await route(service, incoming);
  } catch (error) {
    const description = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { route: undefined, answer: json(500, { error: "sandbox_bug", error_description: description }) };
  }
}
