import { signatureV4 } from "../../../../sandbox/clusters/eks/signature-v4";
import { credentials, EksClient } from "./eks-client";
import { assumed } from "./assumed";
import { presigned, scopeOf, type SigningKey } from "./signing";

let eks: EksClient;
beforeAll(async () => {
  eks = await EksClient.start();
});
afterAll(() => eks.server.close());

const callerIdentity = new URL("https://sts.eu-central-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15");

/** What `aws eks get-token` makes. */
function iamToken({ cluster = "prod-eks", age = 0, keys = credentials, named = true }: IamToken = {}): string {
  const headers = [["host", callerIdentity.host] as const, ...(named ? [["x-k8s-aws-id", cluster] as const] : [])];
  const url = presigned(callerIdentity, headers, keys, scopeOf("sts", age));
  return `k8s-aws-v1.${Buffer.from(url.href).toString("base64url")}`;
}

interface IamToken {
  readonly cluster?: string;
  readonly age?: number;
  readonly keys?: SigningKey;
  readonly named?: boolean;
}

async function review(token: string) {
  const body = { apiVersion: "authentication.k8s.io/v1", kind: "TokenReview", spec: { token } };
  const { body: answer } = await eks.ask("POST", "/webhook/prod-eks", body, null);
  expect(answer).toMatchObject({ apiVersion: "authentication.k8s.io/v1", kind: "TokenReview" });
  return answer.status;
}

test("a token that is presigned for this cluster is its administrator's", async () => {
  expect(await review(iamToken({ age: 14 * 60 }))).toMatchObject({
    authenticated: true,
    user: { username: "kubernetes-admin", groups: ["system:masters"] },
  });
});

test.each([
  ["for another cluster", { cluster: "stage-eks" }, "the signature is not one for this request"],
  ["16 minutes old", { age: 16 * 60 }, "expired"],
  ["signed with another key", { keys: { ...credentials, secretAccessKey: "guess" } }, "the signature is not one"],
  ["of an unknown access key", { keys: { ...credentials, accessKeyId: "AKIAOTHER" } }, "unknown access key AKIAOTHER"],
  ["without the cluster's name", { named: false }, "x-k8s-aws-id is not signed"],
])("a token %s is refused", async (_, over, error) => {
  const status = await review(iamToken(over));
  expect(status.authenticated).toBe(false);
  expect(status.error).toContain(error);
});

test("what is no IAM token is left to others, without an error", async () => {
  expect(await review("eyJhbGciOiJSUzI1NiJ9.e30.c2ln")).toEqual({ authenticated: false });
  expect((await review("k8s-aws-v1.bm90IGEgVVJM")).error).toContain("not a URL");
});

test("a token of an assumed role is its administrator's, and the log says whose it is", async () => {
  const keys = await assumed(eks);
  const { arn } = keys;
  expect(await review(iamToken({ keys }))).toMatchObject({ authenticated: true, user: { extra: { arn: [arn] } } });
  expect(eks.server.log.at(-1)).toMatchObject({ route: "POST /webhook/{}", accessKeyId: keys.accessKeyId });
  const { accessKeyId, secretAccessKey } = keys;
  expect((await review(iamToken({ keys: { accessKeyId, secretAccessKey } }))).error).toContain(
    "the session token is not the one of ASIA",
  );
});

test("a signature is the one that botocore makes", () => {
  const scope = { at: "20250101T000000Z", date: "20250101", region: "eu-central-1", service: "sts" };
  const url = new URL("https://sts.eu-central-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15");
  const query = {
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${credentials.accessKeyId}/20250101/eu-central-1/sts/aws4_request`,
    "X-Amz-Date": scope.at,
    "X-Amz-Expires": "60",
    "X-Amz-SignedHeaders": "host;x-k8s-aws-id",
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = [["host", url.host] as const, ["x-k8s-aws-id", "prod-eks"] as const];
  const request = { method: "GET", url, headers, body: "" };
  expect(signatureV4(request, scope, credentials.secretAccessKey)).toBe(
    "d8206753082621972d9a170fdb696e9b75b97dc8d1c7073040b49b91346aa232",
  );
});
