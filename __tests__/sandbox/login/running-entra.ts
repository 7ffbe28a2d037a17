import { request } from "node:https";
import type { IncomingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import type { DirectoryView } from "../../../sandbox/msgraph/directory-view";
import type { Forward } from "../../../sandbox/login/forward";
import { startEntra, type EntraServer } from "../../../sandbox/login/server";
import { TokenService } from "../../../sandbox/login/tokens";
import { serverCertificate } from "./server-certificate";

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Sending {
  /** @default - a GET */
  readonly form?: Readonly<Record<string, string>>;
  /** @default - a GET */
  readonly json?: unknown;
  /** @default - none beside the usual */
  readonly headers?: Readonly<Record<string, string>>;
  /** @default - a connection of its own */
  readonly socket?: Socket;
}

export interface RunningEntra {
  readonly entra: EntraServer;
  readonly ca: string;
  send(path: string, sending?: Sending): Promise<Reply>;
}

export interface Surroundings {
  /** @default - nothing may be passed on */
  readonly forward?: Forward;
  /** @default Date.now */
  readonly now?: () => number;
}

/** Starts an Entra on any free port. */
export async function runningEntra(
  directory: DirectoryView,
  { forward = noForward, now = Date.now }: Surroundings = {},
): Promise<RunningEntra> {
  const certificate = await serverCertificate();
  const running: { entra?: EntraServer } = {};
  const tokens = new TokenService({ directory, localUrl: () => running.entra!.url, now });
  const entra = await startEntra({ tokens, directory, certificate, port: 0, forward });
  running.entra = entra;
  return { entra, ca: certificate.cert, send: (path, sending) => send(entra.url + path, certificate.cert, sending) };
}

const noForward: Forward = ({ method, path }) => Promise.reject(new Error(`not expected: ${method} ${path}`));

/** Sends one request and takes no redirect. */
export function send(url: string, ca: string, { form, json, headers, socket }: Sending = {}): Promise<Reply> {
  const type = form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
  const body = form === undefined ? JSON.stringify(json) : new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const method = form === undefined && json === undefined ? "GET" : "POST";
    const connection = socket === undefined ? { agent: false } : { createConnection: () => socket };
    const sent = request(url, { ca, method, headers: { ...type, ...headers }, ...connection }, (answer) => {
      text(answer).then((received) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: received });
      }, reject);
    });
    sent.on("error", reject);
    sent.end(method === "GET" ? undefined : body);
  });
}
