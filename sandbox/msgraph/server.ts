import { createServer } from "node:https";
import type { Listening, LoggedRequest, ServerCertificate } from "../machine/listening";
import { AccessTokens } from "./access-tokens";
import type { Directory } from "./directory";
import { Entrance } from "./entrance";
import type { Faults } from "./faults";
import { GraphApi } from "./graph-api";
import { errorBody, GraphError } from "./graph-error";
import type { GraphRequest, GraphResponse, Routed } from "./graph-request";
import { newId } from "./identifier";
import { listenOnLoopback, type OnLoopback } from "../machine/loopback";
import { answerRequests } from "./requests";

export interface GraphServerProps {
  readonly directory: Directory;
  readonly certificate: ServerCertificate;
  /** 0 for any that is free. */
  readonly port: number;
  /** @default - none */
  readonly faults?: Faults;
}

/** An emulated Microsoft Graph on loopback, with what of Azure and Entra leads to it. */
export interface GraphServer extends Listening {
  readonly log: readonly LoggedRequest[];
  /** May be replaced at any time. */
  faults: Faults;
  /** Answers a request that another server received for Graph or for a token of an application. */
  handle(request: GraphRequest): Promise<GraphResponse>;
}

/** Starts serving a directory. */
export async function startGraph({
  directory,
  certificate,
  port,
  faults = {},
}: GraphServerProps): Promise<GraphServer> {
  const server = createServer({ key: certificate.key, cert: certificate.cert });
  const graph = new RunningGraph(await listenOnLoopback(server, port), directory, faults);
  answerRequests(server, (request) => graph.handle(request));
  return graph;
}

class RunningGraph implements GraphServer {
  readonly log: LoggedRequest[] = [];
  readonly url: string;
  private readonly api: GraphApi;
  private readonly entrance: Entrance;

  constructor(
    private readonly listening: OnLoopback,
    directory: Directory,
    faults: Faults,
  ) {
    this.url = `https://localhost:${listening.port}`;
    const tokens = new AccessTokens();
    this.api = new GraphApi(directory, this.url, tokens, faults);
    this.entrance = new Entrance(directory, this.url, tokens);
  }

  get faults(): Faults {
    return this.api.faults;
  }

  set faults(faults: Faults) {
    this.api.faults = faults;
  }

  async handle(request: GraphRequest): Promise<GraphResponse> {
    await this.faults.until;
    const requestId = request.headers["client-request-id"] ?? newId();
    const { answer, route } = this.answer(request, requestId);
    this.log.push({ method: request.method, path: request.path, status: answer.status, route });
    return {
      status: answer.status,
      headers: {
        "request-id": requestId,
        "client-request-id": requestId,
        "OData-Version": "4.0",
        ...contentType(answer.body),
        ...answer.headers,
      },
      body: typeof answer.body === "object" ? JSON.stringify(answer.body) : (answer.body ?? ""),
    };
  }

  get port(): number {
    return this.listening.port;
  }

  close(): Promise<void> {
    return this.listening.close();
  }

  private answer(request: GraphRequest, requestId: string): Routed {
    const [, version] = /^\/(v1\.0|beta)\//.exec(request.path) ?? [];
    if (version === "v1.0" || version === "beta") return this.api.answer(version, request, requestId);
    const nothing = new GraphError(404, "NotFound", `There is nothing at ${request.method} ${request.path}.`);
    return (
      this.entrance.answer(request) ?? {
        route: undefined,
        answer: { status: nothing.status, body: errorBody(nothing, requestId) },
      }
    );
  }
}

function contentType(body: object | string | undefined): Readonly<Record<string, string>> {
  if (body === undefined) return {};
  if (typeof body === "string") return { "content-type": "text/plain" };
  return {
    "content-type":
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
  };
}
