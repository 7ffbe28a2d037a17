import { association } from "../../../commands/doctor/association";
import type { Surroundings } from "../../../commands/doctor/surroundings";
import { iamPolicy } from "../../../model/permissions/iam-policy";
import { presentClusters } from "../../../model/clusters/present-clusters";
import { accessOf, withGrants, withTenant } from "../../access-text";
import { deployed } from "../deployed";
import { credentials, EksClient } from "../../sandbox/clusters/eks/eks-client";
import { deployedCluster, folderWith, inShort, machine } from "./machine";

const text = withGrants("[]");
const trusted = {
  issuerUrl: deployed.issuer,
  clientId: deployed.clientId,
  usernameClaim: "upn",
  usernamePrefix: "entra:",
  groupsClaim: "groups",
  groupsPrefix: "entra:",
};

let eks: EksClient;
const before = { ...process.env };
async function startEks(...[props, status]: Parameters<typeof EksClient.start>) {
  eks = await EksClient.start(props, status);
  setVariables({
    AWS_ENDPOINT_URL_EKS: eks.server.url,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
}
/** Nothing of the machine's own AWS is asked. */
function setVariables(variables: NodeJS.ProcessEnv): void {
  const aws = Object.keys(process.env).filter((name) => /^AWS_/.test(name));
  for (const name of aws) Reflect.deleteProperty(process.env, name);
  const nowhere = {
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    HOME: folderWith({}),
  };
  Object.assign(process.env, nowhere, variables);
}
afterEach(async () => {
  process.env = { ...before };
  await eks.server.close();
});

const look = (file = text, over: Partial<Surroundings> = {}, endpoint = "https://127.0.0.1:6443") => {
  const access = accessOf(file);
  return association(access, presentClusters(access), deployedCluster(endpoint), machine(over));
};
const associated = async (over: object = {}) => eks.over(await eks.associate({ ...trusted, ...over }));

test("an association as the file wants it is fine", async () => {
  await startEks();
  await associated();
  expect(inShort(await look())).toEqual(["fine cluster", "fine association"]);
});

test("prefixes that are switched off and required claims are compared too", async () => {
  await startEks();
  const tid = "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11";
  const file = `${text.replace("grants: []", `requiredClaims: { tid: ${tid} }`)}\nlogin: { username: { prefix: "" }, groups: { prefix: "" } }\n`;
  await eks.over(
    await eks.associate({ ...trusted, groupsPrefix: undefined, usernamePrefix: "-", requiredClaims: { tid } }),
  );
  expect(inShort(await look(file))).toEqual(["fine cluster", "fine association"]);
  expect((await look()).at(-1)?.sentence).toContain(`requiredClaims is {"tid":"${tid}"}, and the file wants nothing`);
});

test("each value that differs is told with both", async () => {
  await startEks();
  await associated({ issuerUrl: `${deployed.issuer}/`, groupsPrefix: "aad:" });
  const found = (await look()).at(-1);
  expect(found).toMatchObject({ severity: "broken", id: "association-differs" });
  expect(found?.sentence).toBe(
    `clusters.prod: the association differs from the file: issuerUrl is "${deployed.issuer}/", and the file wants "${deployed.issuer}"; groupsPrefix is "aad:", and the file wants "entra:"`,
  );
});

test("a slot that another provider has is broken, with the command that frees it", async () => {
  await startEks();
  await associated({ identityProviderConfigName: "okta" });
  const found = (await look()).at(-1);
  expect(found).toMatchObject({ severity: "broken", id: "association-slot-taken" });
  expect(found?.remedy).toContain("--cluster-name prod-eks --identity-provider-config type=oidc,name=okta");
});

test("a cluster that trusts nobody is broken", async () => {
  await startEks();
  expect(inShort(await look())).toEqual(["fine cluster", "broken association-missing"]);
});

test("an association that AWS still makes is a warning", async () => {
  await startEks();
  eks.hold();
  await eks.associate(trusted);
  expect((await look()).at(-1)).toMatchObject({
    severity: "warning",
    sentence: "clusters.prod: the association is CREATING, so nobody signs in with Entra yet",
  });
  eks.letGo();
});

test("a cluster that is not there is broken", async () => {
  await startEks();
  expect(inShort(await look(text.replace("prod-eks", "other-eks")))).toEqual(["broken cluster-missing"]);
});

test("a cluster that is not active, without an audit log, or at another endpoint than the state says is told", async () => {
  const bare = {
    name: "prod-eks",
    region: "eu-central-1",
    status: "FAILED",
    endpoint: "https://127.0.0.1:6443",
    certificateAuthority: "",
    logging: [],
    configure: () => Promise.resolve(),
  };
  await startEks({ clusters: [bare] });
  expect(inShort(await look(text, {}, "https://old.example"))).toEqual([
    "broken cluster-not-active",
    "broken cluster-other-endpoint",
    "warning cluster-audit-off",
    "fine cluster",
    "broken association-missing",
  ]);
});

test("without credentials, with wrong ones, or without the right it is not looked at, with the reason", async () => {
  await startEks();
  eks.server.permissions.policies.set(credentials.accessKeyId, iamPolicy([]));
  expect(await look()).toMatchObject([
    { severity: "not-looked-at", sentence: expect.stringContaining("AWS refuses to tell") as string },
  ]);
  setVariables({
    AWS_ENDPOINT_URL_EKS: eks.server.url,
    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY: "hush",
  });
  const wrong = await look();
  expect(inShort(wrong)).toEqual(["not-looked-at association"]);
  expect(JSON.stringify(wrong)).not.toContain("hush");
  setVariables({ AWS_ENDPOINT_URL_EKS: eks.server.url });
  expect(await look()).toMatchObject([
    { severity: "not-looked-at", sentence: expect.stringContaining("no AWS credentials") as string },
  ]);
});

test("AWS that does not answer in time is not looked at", async () => {
  await startEks();
  expect(await look(text, { limit: () => AbortSignal.abort() })).toMatchObject([
    { severity: "not-looked-at", sentence: "clusters.prod: AWS cannot be asked: it does not answer in time" },
  ]);
});

test("AWS is not asked about a cluster that is not EKS, and it is said who knows what that one trusts", async () => {
  await startEks();
  const before = eks.server.log.length;
  const found = await look(withTenant("clusters: { dev: { kubernetes: { kubeconfig: config, context: dev } } }"));
  expect(found).toMatchObject([
    {
      severity: "not-looked-at",
      sentence: "clusters.dev: which login its API server trusts cannot be asked",
      remedy: "npx entra-eks authentication --cluster dev prints what it has to be started with",
    },
  ]);
  expect(eks.server.log.length).toBe(before);
});

test("of OpenShift it is said what its API server or its OAuth server is told, and nothing where Terraform tells Red Hat", async () => {
  await startEks();
  const of = async (signIn: string) => {
    const entry = `openshift: { kubeconfig: c, context: dev, domain: apps.contoso.com, signIn: ${signIn} }`;
    const found = await look(withTenant(`clusters: { dev: { ${entry} } }`));
    return found.map(({ severity, sentence, remedy }) => [severity, sentence, remedy]);
  };
  const told = (what: string) => [
    "not-looked-at",
    `clusters.dev: which ${what} is not asked`,
    "npx entra-eks authentication --cluster dev prints what it has to be told",
  ];
  expect(await of("external")).toEqual([told("login its API server trusts")]);
  expect(await of("rosa-hcp")).toEqual([told("login its API server trusts")]);
  expect(await of("oauth")).toEqual([told("identity providers its OAuth server has")]);
  expect(await of("rosa-classic, clusterId: 2a3b4c5d6e7f8g9h")).toEqual([]);
});
