import { credentials, EksClient, oidc, type Answered } from "./eks-client";

let eks: EksClient;
beforeEach(async () => {
  eks = await EksClient.start();
});
afterEach(() => eks.server.close());

const refusal = ({ status, type }: Answered) => `${status} ${String(type)}`;
const cluster = "arn:aws:eks:eu-central-1:*:cluster/prod-eks";
const config = "arn:aws:eks:eu-central-1:*:identityproviderconfig/prod-eks/oidc/entra/*";

/** Attaches a policy with one statement to whoever asks. */
function allow(action: string, resource: string, equals?: Readonly<Record<string, string>>): void {
  const { policies } = eks.server.permissions;
  policies.set(credentials.accessKeyId, {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: [action],
        Resource: [resource],
        ...(equals === undefined ? {} : { Condition: { StringEquals: equals } }),
      },
    ],
  });
}

test("a request that no statement allows is refused, in the words of AWS", async () => {
  allow("eks:ListClusters", "*");
  const answered = await eks.ask("GET", "/clusters/prod-eks");
  expect(refusal(answered)).toBe("403 AccessDeniedException");
  expect(answered.body.message).toBe(
    "User: arn:aws:iam::111122223333:user/deployer is not authorized to perform: eks:DescribeCluster on resource: arn:aws:eks:eu-central-1:111122223333:cluster/prod-eks",
  );
});

test("describing and ending an association need its own ARN: the cluster's is not enough", async () => {
  await eks.over(await eks.associate());
  for (const [operation, action] of [
    ["describe", "eks:DescribeIdentityProviderConfig"],
    ["disassociate", "eks:DisassociateIdentityProviderConfig"],
  ] as const) {
    allow(action, cluster);
    expect(refusal(await eks.on(operation))).toBe("403 AccessDeniedException");
    allow(action, config);
    expect((await eks.on(operation)).status).toBe(200);
  }
});

test("an association can be held to one issuer", async () => {
  allow("eks:AssociateIdentityProviderConfig", cluster, { "eks:issuerUrl": "https://elsewhere.contoso.com" });
  expect(refusal(await eks.associate())).toBe("403 AccessDeniedException");
  allow("eks:AssociateIdentityProviderConfig", cluster, { "eks:issuerUrl": oidc.issuerUrl });
  expect((await eks.associate()).status).toBe(200);
});

test("an association with tags, and other tags afterwards, need rights of their own", async () => {
  allow("eks:AssociateIdentityProviderConfig", cluster);
  expect((await eks.associate({}, { tags: { a: "1" } })).body.message).toContain(
    "perform: eks:TagResource on resource",
  );
  const both = [
    { Effect: "Allow", Action: ["eks:AssociateIdentityProviderConfig"], Resource: [cluster] },
    { Effect: "Allow", Action: ["eks:TagResource"], Resource: [config] },
  ] as const;
  eks.server.permissions.policies.set(credentials.accessKeyId, { Version: "2012-10-17", Statement: both });
  const associated = await eks.associate({}, { tags: { a: "1" } });
  eks.server.permissions.policies.clear();
  await eks.over(associated);
  const { identityProviderConfigArn } = (await eks.on("describe")).body.identityProviderConfig.oidc;
  const tags = `/tags/${encodeURIComponent(String(identityProviderConfigArn))}`;
  allow("eks:TagResource", config);
  expect((await eks.ask("POST", tags, { tags: { b: "2" } })).status).toBe(200);
  expect(refusal(await eks.ask("DELETE", `${tags}?tagKeys=a`))).toBe("403 AccessDeniedException");
  allow("eks:UntagResource", config);
  expect((await eks.ask("DELETE", `${tags}?tagKeys=a`)).status).toBe(200);
  expect(refusal(await eks.ask("POST", tags, { tags: { c: "3" } }))).toBe("403 AccessDeniedException");
});

test("without a policy everything is allowed", async () => {
  expect((await eks.ask("GET", "/clusters/prod-eks")).status).toBe(200);
});
