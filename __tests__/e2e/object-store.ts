import { createServer, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { AccessKeys } from "../../sandbox/clusters/eks/access-keys";
import { answerSts } from "../../sandbox/clusters/eks/sts";
import { listenOnLoopback } from "../../sandbox/machine/loopback";

/** One request, in a line such as `PUT contoso-states entra-eks/people.tfstate`. */
export interface StoredRequest {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
}

/** S3, as far as Terraform needs it for states; and STS, which it asks first. */
export interface ObjectStore {
  /** Objects of the one bucket, by key. */
  readonly objects: Map<string, string>;
  readonly log: readonly StoredRequest[];
  /** Leads Terraform here: the hosts do not exist, so the AWS SDK asks this store as its proxy [seen]. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body?: string;
}

const keys = new AccessKeys([{ accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" }]);
const identity = answerSts("GetCallerIdentity", new URLSearchParams(), keys.find("AKIAEXAMPLE")!, keys);

/** Starts an object store with one bucket on loopback. */
export async function startObjectStore(bucket: string): Promise<ObjectStore> {
  const objects = new Map<string, string>();
  const log: StoredRequest[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      const { method = "", headers } = request;
      const url = new URL(request.url ?? "", `http://${headers.host ?? ""}`);
      const key = decodeURIComponent(url.pathname.slice(1));
      log.push({ line: `${method} ${url.hostname.split(".")[0] ?? ""} ${key || url.search}`, headers });
      const { status, body = "" } =
        url.hostname === "sts.test"
          ? { status: 200, body: identity }
          : url.hostname === `${bucket}.s3.test`
            ? answer(objects, method, key, url, headers, bytes.toString("utf8"))
            : refusal(404, "NoSuchBucket");
      // Without a length the AWS SDK asks for part after part, without an end [seen].
      response.writeHead(status, { "content-type": "application/xml", "content-length": Buffer.byteLength(body) });
      response.end(method === "HEAD" ? undefined : body);
    });
  });
  const listening = await listenOnLoopback(server, 0);
  const env = {
    HTTP_PROXY: `http://127.0.0.1:${listening.port}`,
    AWS_ENDPOINT_URL_S3: "http://s3.test",
    AWS_ENDPOINT_URL_STS: "http://sts.test",
    AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "example",
    AWS_MAX_ATTEMPTS: "1",
  };
  return { objects, log, env, close: () => listening.close() };
}

/** docs.aws.amazon.com/AmazonS3/latest/API: each operation below is [doc]. */
function answer(
  objects: Map<string, string>,
  method: string,
  key: string,
  url: URL,
  headers: IncomingHttpHeaders,
  body: string,
): Answer {
  const object = objects.get(key);
  switch (method) {
    case "GET":
      if (key === "" && url.searchParams.get("list-type") === "2") return list(objects, url);
      return object === undefined ? refusal(404, "NoSuchKey") : { status: 200, body: object };
    case "HEAD":
      return object === undefined ? refusal(404, "NotFound") : { status: 200, body: object };
    case "PUT":
      // Conditional write: what Terraform's lock file is made of.
      if (headers["if-none-match"] === "*" && object !== undefined) return refusal(412, "PreconditionFailed");
      objects.set(key, body);
      return { status: 200 };
    case "DELETE":
      objects.delete(key);
      return { status: 204 };
    default:
      return refusal(501, "NotImplemented");
  }
}

function list(objects: Map<string, string>, url: URL): Answer {
  const keys = [...objects.keys()].filter((key) => key.startsWith(url.searchParams.get("prefix") ?? ""));
  const contents = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join("");
  return {
    status: 200,
    body: `<ListBucketResult><KeyCount>${keys.length}</KeyCount><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`,
  };
}

const refusal = (status: number, code: string): Answer => ({ status, body: `<Error><Code>${code}</Code></Error>` });
