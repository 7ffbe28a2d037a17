import { EksClient, type Answered } from "./eks-client";

let eks: EksClient;
beforeAll(async () => {
  eks = await EksClient.start();
});
afterAll(() => eks.server.close());

const refusal = ({ status, type, body }: Answered) => `${status} ${String(type)}: ${body.message}`;

test("the cluster's own issuer is refused, in the words of EKS", async () => {
  const { cluster } = (await eks.ask("GET", "/clusters/prod-eks")).body;
  expect(refusal(await eks.associate({ issuerUrl: cluster.identity.oidc.issuer }))).toBe(
    "400 InvalidParameterException: Incorrect Identity Provider URL configuration. The Identity Provider URL cannot be same as OpenID Connect (OIDC) issuer URL",
  );
});

test.each([
  [
    "an issuer with a query",
    { issuerUrl: "https://login.contoso.com/?appid=1" },
    "oidc.issuerUrl: must not have a query",
  ],
  ["an issuer with a fragment", { issuerUrl: "https://login.contoso.com/#a" }, "oidc.issuerUrl: must not have a query"],
  ["an issuer over HTTP", { issuerUrl: "http://login.contoso.com/" }, "oidc.issuerUrl: must be a URL that begins with"],
  ["a user name prefix system:", { usernamePrefix: "system:" }, "oidc.usernamePrefix: can't contain system:"],
  ["a group prefix with system:", { groupsClaim: "groups", groupsPrefix: "a:system:b" }, "can't contain system:"],
  ["a group prefix without a groups claim", { groupsPrefix: "entra:" }, "oidc.groupsPrefix: needs groupsClaim"],
  ["no client ID", { clientId: undefined }, "oidc.clientId: "],
  ["an empty name", { identityProviderConfigName: "" }, "oidc.identityProviderConfigName: "],
  ["a required claim without a name", { requiredClaims: { "": "a" } }, "oidc.requiredClaims"],
  ["a required claim of 64 characters", { requiredClaims: { ["c".repeat(64)]: "a" } }, "oidc.requiredClaims"],
  ["a required value of no characters", { requiredClaims: { tid: "" } }, "oidc.requiredClaims.tid: "],
  ["a required value of 254 characters", { requiredClaims: { tid: "v".repeat(254) } }, "oidc.requiredClaims.tid: "],
])("%s is refused", async (_, over, message) => {
  const refused = await eks.associate(over);
  expect(refusal(refused)).toContain("400 InvalidParameterException: ");
  expect(refusal(refused)).toContain(message);
});

test.each([
  ["no tag key", { "": "a" }],
  ["a tag key of 129 characters", { ["k".repeat(129)]: "a" }],
  ["a tag value of 257 characters", { k: "v".repeat(257) }],
  ["a tag key of AWS", { "AWS:k": "a" }],
  ["51 tags", Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, ""]))],
])("%s is refused", async (_, tags) => {
  expect(refusal(await eks.associate({}, { tags }))).toContain("400 InvalidParameterException: ");
});

test("a property that the API does not have is refused, at the top and inside", async () => {
  expect(refusal(await eks.associate({}, { oidcs: 1 }))).toContain("400 ValidationException: ");
  const inside = refusal(await eks.associate({ userNameClaim: "upn" }));
  expect(inside).toContain("400 ValidationException: oidc: ");
  expect(inside).toContain("userNameClaim");
});

test("a body that is no JSON is refused", async () => {
  const refused = await eks.ask("POST", "/clusters/prod-eks/identity-provider-configs/associate", "{");
  expect(refusal(refused)).toContain("400 SerializationException: ");
});

test("the longest of everything is taken", async () => {
  const tags = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`${index}`.padEnd(128, "k"), "v".repeat(256)]),
  );
  const requiredClaims = { c: "v", ["c".repeat(63)]: "v".repeat(253) };
  const associated = await eks.associate({ requiredClaims }, { tags });
  expect(associated.status).toBe(200);
  expect((await eks.on("describe")).body.identityProviderConfig.oidc).toMatchObject({ requiredClaims, tags });
});
