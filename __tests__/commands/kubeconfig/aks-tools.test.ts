import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkTools } from "../../../commands/kubeconfig/check";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

let folder: string;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  env = { PATH: join(folder, "bin"), KUBERC: join(folder, "kuberc") };
  mkdirSync(join(folder, "bin"));
  program("kubectl", '{ "clientVersion": { "gitVersion": "v1.34.1" } }');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string, version: string): void {
  const path = join(folder, "bin", name);
  writeFileSync(path, `#!/bin/sh\necho '${version}'\n`);
  chmodSync(path, 0o755);
}
const azure = (version: string) => {
  program("kubelogin", `kubelogin version \ngit hash: v${version}/abcdef\nGo version: go1.26`);
};
const int128 = (name: string) => {
  program(name, "kubelogin version v1.36.3 (go1.26 linux_amd64)");
};

const aks = "shop: { aks: { kubeconfig: config, context: shop } }";
const eks = "prod: { eks: { name: prod-eks, region: eu-central-1 } }";
const told = async (clusters: string) => {
  const access = withTenant(`clusters: { ${clusters} }`);
  const { stdout } = await printed({ "access.yaml": access }, (file) => checkTools({ json: true, file }, env));
  const { findings } = JSON.parse(stdout) as { findings: { severity: string; sentence: string }[] };
  return findings.slice(1).map(({ severity, sentence }) => `${severity}: ${sentence}`);
};

test("a file with AKS alone needs Azure's kubelogin and no other", async () => {
  expect(await told(aks)).toEqual(["broken: Azure's kubelogin, which AKS needs, is not on the PATH"]);
  azure("0.2.19");
  expect(await told(aks)).toEqual(["fine: Azure's kubelogin is 0.2.19"]);
});

test("a file with both needs both", async () => {
  azure("0.2.19");
  expect(await told(`${eks}, ${aks}`)).toEqual([
    expect.stringContaining("broken: kubelogin (kubectl-oidc_login) is not on the PATH") as string,
    "fine: Azure's kubelogin is 0.2.19",
  ]);
});

test("int128's kubelogin under the name of Azure's is told apart", async () => {
  int128("kubelogin");
  expect((await told(aks))[0]).toBe(
    "broken: The kubelogin on the PATH is int128's, and AKS needs Azure's program of that name",
  );
});

test.each([
  ["0.1.6", "broken: Azure's kubelogin is 0.1.6, and the kubeconfig needs 0.1.7 or newer"],
  ["0.1.7", "fine: Azure's kubelogin is 0.1.7"],
  ["0.1.10", "fine: Azure's kubelogin is 0.1.10"],
  ["1.0.0", "fine: Azure's kubelogin is 1.0.0"],
])("Azure's kubelogin %s is judged by its oldest version that knows every option", async (version, finding) => {
  azure(version);
  expect((await told(aks))[0]).toBe(finding);
});

test("a file without AKS, or no file, asks for nothing of Azure", async () => {
  int128("kubectl-oidc_login");
  expect((await told(eks)).join()).not.toContain("Azure");
  const { stdout } = await printed({}, (file) => checkTools({ json: true, file }, env));
  expect(stdout).not.toContain("Azure");
});
