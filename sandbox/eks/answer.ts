import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { AwsRefusal } from "./aws-refusal";
import type { Route } from "./routes";
import { callerIdentity } from "./sts";

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly route: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const json = { "content-type": "application/json" };

/** Answers STS, and each of the routes. */
export async function answer(routes: readonly Route[], request: IncomingMessage): Promise<Answer> {
  let route: string | undefined;
  try {
    const body = await text(request);
    const { pathname, search, searchParams: query } = new URL(request.url ?? "/", "http://127.0.0.1");
    // [src] The aws provider posts a form; a presigned URL has it in the query.
    if (pathname === "/" && `${body}${search}`.includes("Action=GetCallerIdentity"))
      return {
        status: 200,
        route: "STS GetCallerIdentity",
        headers: { "content-type": "text/xml" },
        body: callerIdentity(),
      };
    const { method = "" } = request;
    for (const candidate of routes) {
      // [src] Only an ARN has slashes; SDKs differ in whether they escape them.
      const pattern = candidate.path.replace("/tags/{}", "/tags/(.+)").replaceAll("{}", "([^/]+)");
      const found = new RegExp(`^${pattern}$`).exec(pathname);
      if (candidate.method !== method || found === null) continue;
      route = `${method} ${candidate.path}`;
      const [, first = "", second = ""] = found.map(decodeURIComponent);
      return {
        status: 200,
        route,
        headers: json,
        body: JSON.stringify(candidate.answer({ body, query }, first, second)),
      };
    }
    // [guess] Type of the error, from other services of the same protocol; not one that a provider takes for "gone".
    throw new AwsRefusal(404, "UnknownOperationException", `the sandbox has nothing at ${method} ${pathname}`);
  } catch (error) {
    return { route, ...refused(error) };
  }
}

function refused(error: unknown): Omit<Answer, "route"> {
  const known = error instanceof AwsRefusal;
  const { status, type, message, members } = known ? error : new AwsRefusal(500, "ServerException", String(error));
  // [doc] Errors of JSON over REST have their type in this header.
  return { status, headers: { ...json, "x-amzn-errortype": type }, body: JSON.stringify({ message, ...members }) };
}
