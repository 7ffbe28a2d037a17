import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { AccessKey, AccessKeys } from "./access-keys";
import { AwsRefusal } from "./aws-refusal";
import type { Permissions } from "./permissions";
import type { Route } from "./routes";
import { claimedKeyOf, signerOf, UnknownSigner, type SignedRequest } from "./signer";
import { answerSts, stsActionOf, stsRefusal } from "./sts";

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly route: string | undefined;
  /** The access key that the request claims to be of. */
  readonly accessKeyId: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const json = { "content-type": "application/json" };
const xml = { "content-type": "text/xml" };

/** Answers STS, and each of the routes, to whoever has signed with a known key. */
export async function answer(
  routes: readonly Route[],
  keys: AccessKeys,
  permissions: Permissions,
  incoming: IncomingMessage,
): Promise<Answer> {
  const { method = "", url: path = "/", headers } = incoming;
  const url = new URL(path, "http://127.0.0.1");
  const request = { method, url, headers, body: await text(incoming) };
  // [src] The aws provider posts a form; a presigned URL has it in the query.
  const form = method === "POST" ? new URLSearchParams(request.body) : url.searchParams;
  const action = url.pathname === "/" ? stsActionOf(form) : undefined;
  if (action === undefined) return answerRoute(routes, keys, permissions, request);
  const common = { route: `STS ${action}`, accessKeyId: claimedKeyOf(request), headers: xml };
  try {
    // [doc] Common errors of STS.
    const caller = callerOf(request, keys, "InvalidClientTokenId");
    if (action === "AssumeRole") permissions.check(caller, `STS ${action}`, form.get("RoleArn") ?? "");
    return { status: 200, ...common, body: answerSts(action, form, caller, keys) };
  } catch (error) {
    const refusal = known(error);
    return { status: refusal.status, ...common, body: stsRefusal(refusal) };
  }
}

function answerRoute(
  routes: readonly Route[],
  keys: AccessKeys,
  permissions: Permissions,
  request: SignedRequest,
): Answer {
  const { method, url, body } = request;
  let route: string | undefined;
  let accessKeyId = claimedKeyOf(request);
  try {
    for (const candidate of routes) {
      // [src] Only an ARN has slashes; SDKs differ in whether they escape them.
      const pattern = candidate.path.replace("/tags/{}", "/tags/(.+)").replaceAll("{}", "([^/]+)");
      const found = new RegExp(`^${pattern}$`).exec(url.pathname);
      if (candidate.method !== method || found === null) continue;
      route = `${method} ${candidate.path}`;
      // [doc] Common errors of EKS.
      const caller =
        candidate.unsigned === undefined ? callerOf(request, keys, "UnrecognizedClientException") : undefined;
      const [, first = "", second = ""] = found.map(decodeURIComponent);
      const input = { body, query: url.searchParams };
      if (caller !== undefined) {
        const { resource = () => "*", context = () => ({}) } = candidate;
        permissions.check(caller, route, resource(input, first, caller.account), context(input));
        const beside = candidate.beside?.(input, first, caller.account);
        if (beside !== undefined) permissions.check(caller, ...beside);
      }
      accessKeyId ??= candidate.unsigned?.(input);
      const answered = JSON.stringify(candidate.answer(input, first, second));
      return { status: 200, route, accessKeyId, headers: json, body: answered };
    }
    // [guess] Type of the error, from other services of the same protocol; not one that a provider takes for "gone".
    throw new AwsRefusal(404, "UnknownOperationException", `the sandbox has nothing at ${method} ${url.pathname}`);
  } catch (error) {
    const { status, type, message, members } = known(error);
    // [doc] Errors of JSON over REST have their type in this header.
    const headers = { ...json, "x-amzn-errortype": type };
    return { status, route, accessKeyId, headers, body: JSON.stringify({ message, ...members }) };
  }
}

function callerOf(request: SignedRequest, keys: AccessKeys, type: string): AccessKey {
  try {
    return signerOf(request, keys);
  } catch (error) {
    throw error instanceof UnknownSigner ? new AwsRefusal(403, type, error.message) : error;
  }
}

const known = (error: unknown) =>
  error instanceof AwsRefusal ? error : new AwsRefusal(500, "ServerException", String(error));
