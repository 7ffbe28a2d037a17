import type { Caller } from "./caller";
import type { Store } from "./store";

/** A request as it came over the wire. */
export interface GraphRequest {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** The answer to a request, as it goes over the wire. */
export interface GraphResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Microsoft Graph shows some objects otherwise in its beta. */
export type GraphVersion = "v1.0" | "beta";

/** A request whose route is known, as a handler sees it. */
export interface RoutedRequest {
  readonly store: Store;
  readonly caller: Caller;
  /** Where absolute links in answers lead, without a slash at the end. */
  readonly url: string;
  readonly version: GraphVersion;
  /** Path below the version, with alternate keys resolved. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** JSON; `undefined` if there was none. */
  readonly body: unknown;
  /** The variable of the route with this name. */
  readonly variable: (name: string) => string;
}

/** What a handler answers. */
export interface Answer {
  readonly status: number;
  /**
   * JSON, or text for `$count`.
   *
   * @default - no body
   */
  readonly body?: object | string;
  /** @default - none beside those that every answer has */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer and the route that gave it, with `{}` for each variable. */
export interface Routed {
  readonly answer: Answer;
  readonly route: string | undefined;
}

export const noContent: Answer = { status: 204 };
