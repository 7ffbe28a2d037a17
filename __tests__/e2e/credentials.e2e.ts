import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Access, Eks } from "../../config/schema/access";
import { eksClusters } from "../../model/clusters/eks-clusters";
import { profileCredentials } from "../../sandbox/clusters/aws-configuration";
import { accessOf, withGrants } from "../access-text";
import { missingPrograms } from "./kubectl";
import { byHand } from "./stack-by-hand";
import { missingParts, realTest, startWorld, type World } from "./world";

const role = "arn:aws:iam::444455556666:role/deployer";
const access = accessOf(
  withGrants("[{ group: devs, clusterRole: edit, namespaces: [team-a] }]").replace(
    "region: eu-central-1",
    "region: eu-central-1, profile: platform",
  ),
);
const [, prod] = eksClusters(access)[0]!;
const { profile = "", ...direct } = prod.eks;
const stack = ["rbac-prod"];
const missing = missingParts();
const real = realTest(missing);

let world: World;
beforeAll(async () => {
  if (missing.length > 0) return;
  world = await startWorld(access);
  // RBAC reads one output of people; the group need not be there.
  const outputs = { group_object_ids: { value: { devs: access.tenant }, type: ["map", "string"] } };
  const folder = join(world.sandbox.props.folder, "state");
  mkdirSync(folder);
  const state = { version: 4, terraform_version: "1.11.0", serial: 1, lineage: access.tenant, outputs, resources: [] };
  writeFileSync(join(folder, "people.tfstate"), JSON.stringify(state));
});
afterAll(() => (missing.length === 0 ? world.end() : undefined));

/** The file with another way to the cluster. */
const through = (eks: Eks): Access => ({ ...access, clusters: { prod: { ...prod, eks } } });

/** Applies RBAC, plans it again, and destroys it; then nothing has been written down that opens the cluster. */
async function appliesAndGoes(eks: Eks): Promise<{ readonly stack: string }> {
  const { folder } = world.sandbox.props;
  const deployment = await world.deployment(through(eks));
  await deployment.apply(stack);
  const state = readFileSync(join(folder, "state", "rbac-prod.tfstate"), "utf8");
  expect(JSON.parse(state)).toMatchObject({
    resources: expect.arrayContaining([
      expect.objectContaining({ type: "kubernetes_role_binding_v1", mode: "managed" }),
    ]) as unknown,
  });
  expect(state).not.toMatch(/k8s-aws-v1|PRIVATE KEY|client-key|only-for-the-sandbox/);
  expect(await deployment.plan(stack)).toBe(false);
  const { status, output } = await byHand(world, "rbac-prod", ["destroy", "-auto-approve", "-input=false"]);
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("1 destroyed") as string });
  return { stack: readFileSync(join(folder, "cdktf.out", "stacks", "rbac-prod", "cdk.tf.json"), "utf8") };
}

/** What the emulated AWS was asked meanwhile, each once, by the access key of a profile or of a role. */
async function asked(during: () => Promise<unknown>): Promise<string[]> {
  const { log } = world.sandbox.clusters.eks;
  const before = log.length;
  await during();
  const keys = { [profileCredentials(profile).accessKeyId]: "profile" };
  const caller = (key = "nobody") => keys[key] ?? (key.startsWith("ASIA") ? "role" : key);
  return [...new Set(log.slice(before).map(({ route, accessKeyId }) => `${caller(accessKeyId)}: ${String(route)}`))];
}

real("an ephemeral token, as a profile", async () => {
  expect(new Set(await asked(() => appliesAndGoes(prod.eks)))).toEqual(
    new Set(["profile: STS GetCallerIdentity", "profile: GET /clusters/{}", "profile: POST /webhook/{}"]),
  );
});

real("an ephemeral token, as a role that the profile assumes", async () => {
  expect(new Set(await asked(() => appliesAndGoes({ ...prod.eks, assumeRole: role })))).toEqual(
    new Set([
      "profile: STS AssumeRole",
      "role: STS GetCallerIdentity",
      "role: GET /clusters/{}",
      "role: POST /webhook/{}",
    ]),
  );
});

real("a kubeconfig and its context, of the sandbox in place of the operator's, without AWS", async () => {
  const credentials = { kubeconfig: "~/.kube/config", context: "prod" };
  let written = "";
  expect(
    await asked(async () => {
      written = (await appliesAndGoes({ ...direct, credentials })).stack;
    }),
  ).toEqual([]);
  expect(written).not.toContain(".kube/config");
});

real("a proxy: the API server is reached through the sandbox's, not the operator's", async () => {
  const { proxy, clusters } = world.sandbox;
  const { host } = new URL(clusters.apiServers.get("prod")!.url);
  expect(proxy.tunnels).not.toContain(host);
  await appliesAndGoes({ ...prod.eks, proxyUrl: "socks5://bastion.contoso.com:1080" });
  expect(proxy.tunnels.filter((target) => target === host).length).toBeGreaterThanOrEqual(3);
});

realTest([...missing, ...missingPrograms("aws")])("exec: the AWS CLI makes the token, as a role too", async () => {
  const exec = { ...prod.eks, credentials: "exec" } as const;
  expect(new Set(await asked(() => appliesAndGoes(exec)))).toEqual(
    new Set(["profile: STS GetCallerIdentity", "profile: GET /clusters/{}", "profile: POST /webhook/{}"]),
  );
  expect(await asked(() => appliesAndGoes({ ...exec, assumeRole: role }))).toContain("role: POST /webhook/{}");
});
