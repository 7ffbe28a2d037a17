/** A server of the sandbox, on loopback only. */
export interface Listening {
  readonly port: number;
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** What a TLS server of the sandbox shows; PEM. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

/** One request that a server of the sandbox answered, for tests and for people who look why something failed. */
export interface LoggedRequest {
  readonly method: string;
  /** Path with its query, as it was sent. */
  readonly path: string;
  readonly status: number;
  /** The route that answered, with `{}` for each variable; `undefined` if there is none. */
  readonly route: string | undefined;
}
