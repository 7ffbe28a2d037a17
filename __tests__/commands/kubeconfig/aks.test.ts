import { parse, stringify } from "yaml";
import type { Kubeconfig } from "../../../model/clusters/kubeconfig";
import { kubeconfig, type KubeconfigOptions } from "../../../commands/kubeconfig";
import { tenant, withTenant } from "../../access-text";
import { deployed, stateOf } from "../deployed";
import { printed } from "../printed";

const access = withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
  shop:
    aks: { kubeconfig: aks.yaml, context: shop }
  till:
    aks: { kubeconfig: aks.yaml, context: till }
`);
const operators = stringify({
  apiVersion: "v1",
  kind: "Config",
  clusters: ["shop", "till"].map((name) => ({
    name,
    cluster: { server: `https://${name}.hcp.example`, "certificate-authority-data": deployed.authority(name) },
  })),
  contexts: ["shop", "till"].map((name) => ({ name, context: { cluster: name, user: "admin" } })),
  users: [{ name: "admin", user: { token: "t0p-secret" } }],
});
const files = {
  "access.yaml": access,
  "aks.yaml": operators,
  "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer }),
  "state/eks-prod.tfstate": stateOf({
    endpoint: "https://prod.gr7.eu-central-1.eks.amazonaws.com",
    certificate_authority: deployed.authority("prod"),
  }),
};
const run = (options: Partial<KubeconfigOptions> = {}, there: Record<string, string> = files) =>
  printed(there, (file) => kubeconfig({ file, json: false, ...options }));

test("EKS and AKS clusters have one context each, and people sign in to AKS by Azure's kubelogin", async () => {
  const { code, stdout, stderr } = await run();
  expect([code, stderr]).toEqual([0, ""]);
  const { contexts, users, clusters } = parse(stdout) as Kubeconfig;
  expect(contexts.map(({ name, context }) => [name, context.user])).toEqual([
    ["prod", "entra"],
    ["shop", "entra-aks"],
    ["till", "entra-aks"],
  ]);
  expect(clusters[1]?.cluster).toEqual({
    server: "https://shop.hcp.example",
    "certificate-authority-data": deployed.authority("shop"),
  });
  expect(users.map(({ name, user }) => [name, user.exec.command])).toEqual([
    ["entra", "kubectl-oidc_login"],
    ["entra-aks", "kubelogin"],
  ]);
  expect(users[1]?.user.exec.args.join(" ")).toBe(
    `get-token --environment AzurePublicCloud --server-id 6dae42f8-4368-4678-94ff-3960e28e3630 --client-id 80faf920-1908-4b52-b5ef-a8e7bedfc67a --tenant-id ${tenant} --login interactive --disable-environment-override`,
  );
  expect(stdout).not.toContain("t0p-secret");
});

test("AKS clusters alone need no login and no state, and their kubeconfig has no user of it", async () => {
  const { code, stdout } = await run({ cluster: ["till"] }, { "access.yaml": access, "aks.yaml": operators });
  expect(code).toBe(0);
  const { users } = parse(stdout) as Kubeconfig;
  expect(users.map(({ name }) => name)).toEqual(["entra-aks"]);
});

test("the device code of AKS is Azure's, so login.deviceCode need not allow it", async () => {
  const { code, stdout } = await run({ cluster: ["shop"], deviceCode: true });
  expect([code, stdout.includes("devicecode")]).toEqual([0, true]);
  expect((await run({ deviceCode: true })).code).toBe(2);
});

test("what does not hold on AKS is said", async () => {
  const { code, stderr } = await run({ headless: true, tokenCache: "none" });
  expect(code).toBe(0);
  expect(stderr).toContain("--headless and --token-cache do not hold on AKS (shop, till)");
});

test("a context that is not there is told with the kind of the cluster", async () => {
  const { code, stderr } = await run(
    { cluster: ["shop"] },
    { ...files, "aks.yaml": "{ apiVersion: v1, kind: Config }" },
  );
  expect([code, stderr]).toEqual([2, expect.stringContaining('clusters.shop.aks: aks.yaml has no context "shop"')]);
});

test("among other entries users of several tenants do not get in each other's way", async () => {
  const { stdout } = await run({ printCommands: true, cluster: ["shop"] });
  expect(stdout).toContain(`entra-aks-${tenant}`);
});
