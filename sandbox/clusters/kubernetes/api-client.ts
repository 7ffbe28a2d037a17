import { request } from "node:https";
import { text } from "node:stream/consumers";
import type { ServerCertificate } from "../../machine/listening";

/** Who asks: the holder of a client certificate, or of a token. */
export type Caller = ServerCertificate | { readonly token: string };

/** An answer of the API server. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
}

/** The API server refused something that it should not refuse. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
}

/** A client of an API server, without a proxy and without reuse of connections, which would outlive the server. */
export class ApiClient {
  constructor(
    private readonly url: string,
    /** PEM. */
    private readonly ca: string,
    private readonly caller: Caller,
  ) {}

  /**
   * @param body anything that JSON can hold; `undefined` for none
   * @param more headers beside its own, such as `impersonate-user`
   */
  async ask(
    method: string,
    path: string,
    body?: unknown,
    type = "application/json",
    more: Readonly<Record<string, string>> = {},
  ): Promise<ApiAnswer> {
    const { caller, ca } = this;
    const [credentials, bearer] = "token" in caller ? [{}, { authorization: `Bearer ${caller.token}` }] : [caller, {}];
    const content = body === undefined ? {} : { "content-type": type };
    const headers = { accept: "application/json, text/plain", ...content, ...bearer, ...more };
    const options = { method, headers, ca, agent: false, ...credentials };
    return new Promise((resolve, reject) => {
      const asked = request(`${this.url}${path}`, options, (response) => {
        text(response).then((answer) => {
          resolve({ status: response.statusCode ?? 0, text: answer });
        }, reject);
      });
      asked.on("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  /** @throws ApiRefusal unless the answer is a success */
  async json(method: string, path: string, body?: unknown, type?: string): Promise<unknown> {
    const { status, text: answer } = await this.ask(method, path, body, type);
    if (status < 200 || status > 299) throw new ApiRefusal(`${method} ${path}: ${status} ${answer}`);
    return JSON.parse(answer);
  }
}
