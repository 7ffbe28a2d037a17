import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request, type RequestOptions } from "node:https";
import { rootCertificates } from "node:tls";
import { HttpsProxyAgent } from "https-proxy-agent";
import { getProxyForUrl } from "proxy-from-env";

/** An answer is a few kilobytes; whoever sends more is not who was asked. */
const mostBytes = 2 * 1024 * 1024;

export interface Asking {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /**
   * Certificate authorities, PEM.
   *
   * @default - those of Node.js, and those that `SSL_CERT_FILE` adds
   */
  readonly ca?: string;
  /**
   * The name in the server's certificate.
   *
   * @default - the host of the URL
   */
  readonly serverName?: string;
  /** @default - none */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * URL of an http or https proxy.
   *
   * @default - what `HTTPS_PROXY` and `NO_PROXY` say
   */
  readonly proxy?: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
  /**
   * How far the clock of the server is ahead of this machine's.
   *
   * @default - the server does not tell its time
   */
  readonly aheadMs?: number;
}

/** Sends a GET over TLS and takes no redirect. Throws what Node.js throws if there is no answer. */
export function ask(
  url: string,
  { env, signal, now, ca = trusted(env), serverName, headers, proxy }: Asking,
): Promise<Answered> {
  const through = proxy ?? getProxyForUrl(url);
  const options: RequestOptions = {
    signal,
    headers: { ...headers },
    ...(ca === undefined ? {} : { ca }),
    ...(serverName === undefined ? {} : { servername: serverName }),
    // A connection that is kept would keep the process.
    agent: through === "" ? false : new HttpsProxyAgent(through, { keepAlive: false }),
  };
  return new Promise((resolve, reject) => {
    const sentAt = now();
    const sent = request(url, options, (message) => {
      const receivedAt = now();
      bodyOf(message).then((body) => {
        const aheadMs = aheadOf(message, (sentAt + receivedAt) / 2);
        resolve({ status: message.statusCode ?? 0, body, ...(aheadMs === undefined ? {} : { aheadMs }) });
      }, reject);
    });
    // What a proxy says is no answer of the server.
    sent.on("proxyConnect", ({ statusCode }: { statusCode: number }) => {
      if (statusCode !== 200) sent.destroy(new Error(`the proxy answered ${String(statusCode)}`));
    });
    sent.on("error", reject);
    sent.end();
  });
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error("the answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** `Date` counts whole seconds: half of one is added. */
function aheadOf({ headers }: IncomingMessage, at: number): number | undefined {
  const date = Date.parse(headers.date ?? "");
  return Number.isNaN(date) ? undefined : date + 500 - at;
}

/** Terraform and kubectl trust `SSL_CERT_FILE`; Node.js does so only from version 22, and not by default. */
function trusted({ SSL_CERT_FILE: file, NODE_EXTRA_CA_CERTS: extra }: NodeJS.ProcessEnv): string | undefined {
  if (file === undefined || file === "") return undefined;
  const files = [file, ...(extra === undefined || extra === "" ? [] : [extra])];
  return [...rootCertificates, ...files.map((path) => readFileSync(path, "utf8"))].join("\n");
}
