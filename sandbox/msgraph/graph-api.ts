import type { AccessTokens } from "./access-tokens";
import { authorize } from "./authorization";
import type { Directory } from "./directory";
import { Dice, type Faults } from "./faults";
import { badRequest, errorBody, GraphError, unreadableBody } from "./graph-error";
import type { Answer, GraphRequest, GraphVersion, Routed, RoutedRequest } from "./graph-request";
import { allowOptions } from "./odata/selection";
import { type Match, routeFor, segmentsOf } from "./router";

/** Microsoft Graph itself, in both versions. */
export class GraphApi {
  /** Each its own: the turn of a change is the same, however many read before it. */
  private readonly dice = { read: new Dice(), change: new Dice() };
  /** How often in a row each request was spoiled the last times. */
  private readonly spoiled = new Map<string, number>();

  constructor(
    private readonly directory: Directory,
    private readonly url: string,
    private readonly tokens: AccessTokens,
    public faults: Faults,
  ) {}

  answer(version: GraphVersion, request: GraphRequest, requestId: string): Routed {
    const [, path = "", query = ""] = /^\/[^/]+\/([^?]*)\??(.*)$/.exec(request.path) ?? [];
    const { store } = this.directory;
    store.lagging = request.method === "GET" || this.faults.onlyReadsLag !== true;
    const segments = segmentsOf(store, path);
    const match = routeFor(request.method, segments);
    const route =
      typeof match === "object" ? `/${version}/${match.route.pattern.replaceAll(/\{\w+\}/g, "{}")}` : undefined;
    const fault = this.fault(request, requestId);
    if (fault !== undefined) return { route, answer: fault };
    store.consistencyMs = this.faults.consistencyMs ?? 0;
    const known = { store, url: this.url, version, path: segments.join("/"), query: new URLSearchParams(query) };
    return { route, answer: guarded(requestId, () => this.routed(request, match, known)) };
  }

  private routed(
    { method, headers, body }: GraphRequest,
    match: ReturnType<typeof routeFor>,
    known: Omit<RoutedRequest, "headers" | "body" | "variable" | "caller">,
  ): Answer {
    const caller = this.tokens.check(headers["authorization"]);
    const { route, variables } = existing(match, known.path);
    if (method !== "GET") allowOptions(known.query, []);
    const variable = (name: string) => variables[name] ?? "";
    const request = { ...known, caller, headers, body: parsed(body), variable };
    authorize(route, request);
    return route.handle(request);
  }

  private fault({ method, path, body }: GraphRequest, requestId: string): Answer | undefined {
    const { throttledShare = 0, unavailableShare = 0, inARow = Infinity } = this.faults;
    const roll = this.dice[method === "GET" ? "read" : "change"].roll();
    const same = `${method} ${path} ${body}`;
    const before = this.spoiled.get(same) ?? 0;
    const isSpoiled = roll < throttledShare + unavailableShare && before < inARow;
    this.spoiled.set(same, isSpoiled ? before + 1 : 0);
    if (!isSpoiled) return undefined;
    if (roll < throttledShare) {
      const error = new GraphError(429, "TooManyRequests", "Too many requests.");
      return { status: 429, headers: { "Retry-After": "1" }, body: errorBody(error, requestId) };
    }
    const error = new GraphError(503, "ServiceUnavailable", "The service is temporarily unavailable.");
    return { status: 503, body: errorBody(error, requestId) };
  }
}

function existing(match: ReturnType<typeof routeFor>, path: string): Match {
  if (match === "other method") {
    throw new GraphError(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
  }
  if (match !== undefined) return match;
  const [last = ""] = path.split("/").slice(-1);
  throw badRequest(`Resource not found for the segment '${last}'.`, "BadRequest"); // [seen]
}

function parsed(body: string): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw unreadableBody();
  }
}

function guarded(requestId: string, answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    const known = error instanceof GraphError ? error : new GraphError(500, "InternalServerError", String(error));
    return { status: known.status, body: errorBody(known, requestId) };
  }
}
