import { credentials, EksClient } from "./eks-client";

let eks: EksClient;
beforeAll(async () => {
  eks = await EksClient.start();
});
afterAll(() => eks.server.close());

test("a cluster shows its endpoint, its certificate authority and which logs are on", async () => {
  const { cluster } = (await eks.ask("GET", "/clusters/prod-eks")).body;
  expect(cluster).toMatchObject({
    arn: "arn:aws:eks:eu-central-1:111122223333:cluster/prod-eks",
    status: "ACTIVE",
    version: "1.34",
    endpoint: "https://127.0.0.1:6443",
    certificateAuthority: { data: Buffer.from("-----BEGIN CERTIFICATE-----\n").toString("base64") },
  });
  expect(cluster.identity.oidc.issuer).toMatch(/^https:\/\/oidc\.eks\.eu-central-1\.amazonaws\.com\/id\/[0-9A-F]{32}$/);
  expect(cluster.logging.clusterLogging).toEqual([
    { types: ["audit"], enabled: true },
    { types: ["api", "authenticator", "controllerManager", "scheduler"], enabled: false },
  ]);
});

test("a cluster that is not there is a 404 with its name, and a name that none can have a 400", async () => {
  expect(await eks.ask("GET", "/clusters/stage-eks")).toMatchObject({
    status: 404,
    type: "ResourceNotFoundException",
    body: { message: "No cluster found for name: stage-eks.", clusterName: "stage-eks" },
  });
  expect((await eks.associate({}, {}, "stage-eks")).type).toBe("ResourceNotFoundException");
  expect((await eks.ask("GET", `/clusters/${"a".repeat(101)}`)).type).toBe("InvalidParameterException");
  expect((await eks.ask("GET", "/clusters/-a")).type).toBe("InvalidParameterException");
});

test("a route that EKS does not have here is a 404 that names it, and stands in the log", async () => {
  expect(await eks.ask("GET", "/clusters/prod-eks/node-groups?maxResults=1")).toMatchObject({
    status: 404,
    type: "UnknownOperationException",
    body: { message: "the sandbox has nothing at GET /clusters/prod-eks/node-groups" },
  });
  expect(eks.server.log.at(-1)).toEqual({
    method: "GET",
    path: "/clusters/prod-eks/node-groups?maxResults=1",
    status: 404,
    route: undefined,
    accessKeyId: credentials.accessKeyId,
  });
});

test("the log names the route of a request that was refused", async () => {
  await eks.associate({ clientId: "" });
  const route = "POST /clusters/{}/identity-provider-configs/associate";
  expect(eks.server.log.at(-1)).toMatchObject({ status: 400, route });
});

test("lists come in pages, and tags of a cluster can be changed", async () => {
  expect((await eks.ask("GET", "/clusters?maxResults=1")).body).toEqual({ clusters: ["prod-eks"] });
  expect((await eks.ask("GET", "/clusters?maxResults=101")).type).toBe("InvalidParameterException");
  const tags = `/tags/${encodeURIComponent("arn:aws:eks:eu-central-1:111122223333:cluster/prod-eks")}`;
  await eks.ask("POST", tags, { tags: { a: "1", b: "2" } });
  await eks.ask("DELETE", `${tags}?tagKeys=a`);
  expect((await eks.ask("GET", tags)).body).toEqual({ tags: { b: "2" } });
  expect((await eks.ask("GET", "/tags/arn:aws:eks:other")).type).toBe("NotFoundException");
});
