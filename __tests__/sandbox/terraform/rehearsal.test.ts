import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../../main";
import { rehearse } from "../../../sandbox/terraform/rehearsal";
import type { Sandbox } from "../../../sandbox/sandbox";
import { seedOf } from "../../../sandbox/users/seed";
import { rehearsedAccess } from "../../../sandbox/terraform/rehearsed-access";
import { accessOf, withGrants, withTenant } from "../../access-text";

const url = "http://127.0.0.1:1";

test.each([
  "{ directory: /srv/states }",
  "{ type: s3, bucket: contoso-states, region: eu-central-1 }",
  "{ type: cloud, organization: contoso, prefix: entra-eks- }",
])("a sandbox keeps its states in its own folder, though the file says %s", (backend) => {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  const access = accessOf(`${withGrants("[{ group: devs, clusterRole: view }]")}backend: ${backend}\n`);
  const sandbox = {
    props: { access, folder, seed: seedOf(access) },
    graph: { url },
    proxy: { url },
    clusters: { eks: { url }, apiServers: new Map() },
    authorityFile: join(folder, "ca.pem"),
  } as unknown as Sandbox;
  try {
    rehearse({ sandbox, terraform: "terraform", env: {}, writeStacks: synthesize, tell: () => undefined });
    for (const stack of ["people", "login", "eks-prod", "rbac-prod"]) {
      const text = readFileSync(join(folder, "cdktf.out", "stacks", stack, "cdk.tf.json"), "utf8");
      expect((JSON.parse(text) as { terraform: { backend: unknown } }).terraform.backend).toEqual({
        local: { path: join(folder, "state", `${stack}.tfstate`) },
      });
      expect(text).not.toMatch(/contoso-states|app\.terraform\.io|\/srv\/states/);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a cluster that is not EKS is reached by the sandbox's kubeconfig and proxy, never by the operator's", () => {
  const kubernetes = { kubeconfig: "~/.kube/config", context: "prod", proxyUrl: "http://proxy.contoso.com:3128" };
  const access = accessOf(withTenant(`clusters: { dev: { kubernetes: ${JSON.stringify(kubernetes)} } }`));
  const props = { kubeconfig: (cluster: string) => `/sandbox/${cluster}`, proxyUrl: url, awsCli: false };
  expect(rehearsedAccess(access, props).clusters["dev"]).toMatchObject({
    kubernetes: { kubeconfig: "/sandbox/dev", context: "sandbox", proxyUrl: url },
  });
});
