import { EksClient, oidc, type Answered } from "./eks-client";

let eks: EksClient;
beforeEach(async () => {
  eks = await EksClient.start();
});
afterEach(() => eks.server.close());

const refusal = ({ status, type }: Answered) => `${status} ${String(type)}`;

test("an association is CREATING, then ACTIVE, then DELETING, then gone, and the API server is told twice", async () => {
  eks.hold();
  const associated = await eks.associate({ usernameClaim: "upn" }, { tags: { team: "a" }, clientRequestToken: "1" });
  expect(associated.body.update).toMatchObject({ status: "InProgress", type: "AssociateIdentityProviderConfig" });
  expect((await eks.on("describe")).body.identityProviderConfig.oidc.status).toBe("CREATING");
  eks.letGo();
  expect((await eks.over(associated)).body.update).toMatchObject({ status: "Successful", errors: [] });
  const described = (await eks.on("describe")).body.identityProviderConfig.oidc;
  expect(described).toEqual({
    ...oidc,
    usernameClaim: "upn",
    requiredClaims: {},
    clusterName: "prod-eks",
    identityProviderConfigArn: eks.server.association("prod-eks")!.arn,
    tags: { team: "a" },
    status: "ACTIVE",
  });
  eks.hold();
  const disassociated = await eks.on("disassociate");
  expect((await eks.on("describe")).body.identityProviderConfig.oidc.status).toBe("DELETING");
  eks.letGo();
  expect((await eks.over(disassociated)).body.update.status).toBe("Successful");
  expect(refusal(await eks.on("describe"))).toBe("404 ResourceNotFoundException");
  expect(eks.server.association("prod-eks")).toBeUndefined();
  expect(eks.told.map(({ jwt }) => jwt?.map(({ issuer }) => issuer.url))).toEqual([[oidc.issuerUrl], undefined]);
});

test("a second association is refused while the first is in progress, and after it", async () => {
  eks.hold();
  const first = await eks.associate();
  const during = await eks.associate({ identityProviderConfigName: "other" });
  expect(refusal(during)).toBe("409 ResourceInUseException");
  expect(during.body).toEqual({
    message: `Cannot AssociateIdentityProviderConfig because cluster prod-eks currently has update ${first.body.update.id} in progress`,
    clusterName: "prod-eks",
  });
  expect(refusal(await eks.on("disassociate"))).toBe("409 ResourceInUseException");
  eks.letGo();
  await eks.over(first);
  const after = await eks.associate({ identityProviderConfigName: "other" });
  expect(refusal(after)).toBe("409 ResourceInUseException");
  expect(after.body.message).toContain("already has an OIDC identity provider config associated: entra");
});

test("what is not associated cannot be disassociated, in the words that the aws provider knows", async () => {
  const refused = await eks.on("disassociate");
  expect(refusal(refused)).toBe("400 InvalidRequestException");
  expect(refused.body.message).toContain("Identity provider config is not associated with cluster");
});

test("an association that fails is CREATE_FAILED, its update tells why, and it can be disassociated", async () => {
  const failing = await EksClient.start({ failAssociations: true });
  const update = (await failing.over(await failing.associate())).body.update;
  expect(update).toMatchObject({ status: "Failed", errors: [{ errorCode: "Unknown", resourceIds: [] }] });
  expect(update.errors[0]!.errorMessage).toContain(oidc.issuerUrl);
  expect((await failing.on("describe")).body.identityProviderConfig.oidc.status).toBe("CREATE_FAILED");
  expect(failing.told).toEqual([]);
  expect(refusal(await failing.associate())).toBe("409 ResourceInUseException");
  await failing.over(await failing.on("disassociate"));
  expect(failing.server.association("prod-eks")).toBeUndefined();
  await failing.server.close();
});

test("an association that takes no time stays CREATING until the API server runs with it", async () => {
  eks.hold();
  const associated = await eks.associate();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(eks.server.association("prod-eks")!.status).toBe("CREATING");
  eks.letGo();
  await eks.over(associated);
  expect(eks.server.association("prod-eks")!.status).toBe("ACTIVE");
});

test("an association takes its time, however quick the API server is", async () => {
  const slow = await EksClient.start({ associateMs: 300, disassociateMs: 0 });
  const start = Date.now();
  await slow.over(await slow.associate());
  expect(Date.now() - start).toBeGreaterThanOrEqual(290);
  await slow.over(await slow.on("disassociate"));
  await slow.server.close();
});

test("a cluster that is not ACTIVE takes no association", async () => {
  const creating = await EksClient.start({}, "CREATING");
  expect(refusal(await creating.associate())).toBe("400 InvalidRequestException");
  await creating.server.close();
});
