import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../main";
import { initEnvironment } from "../../sandbox/terraform/environment";
import { findBinaries } from "../../sandbox/clusters/kubernetes/binaries";
import { Deployment } from "../../sandbox/terraform/deployment";
import { cliConfiguration, findMirrors } from "../../sandbox/terraform/provider-mirrors";
import { stacksIn } from "../../sandbox/terraform/synthesis";
import { findTerraform } from "../../sandbox/terraform/version";
import { accessOf } from "../access-text";

/** Runs before all end-to-end tests, and tells them what this machine lacks to be a judge. */
export default async function findMissing(): Promise<void> {
  const terraform = findTerraform(process.env, "terraform");
  const tools = [terraform, findBinaries(process.env)].flatMap((found) => ("missing" in found ? found.missing : []));
  const skipped = "missing" in terraform ? new Map<string, string>() : await skippedStacks(terraform.binary);
  // A portal needs a provider that nothing else does.
  const { portal, ...others } = Object.fromEntries(skipped);
  const missing = [...tools, ...Object.values(others)];
  for (const reason of [...missing, ...(portal === undefined ? [] : [portal])]) {
    process.stdout.write(`missing: ${reason}\n`);
  }
  process.env["E2E_MISSING"] = JSON.stringify(missing);
  process.env["E2E_MISSING_FOR_PORTAL"] = JSON.stringify(portal === undefined ? [] : [portal]);
}

/** The sample's stacks that cannot be initialized here, and one of a portal; each with the reason. */
async function skippedStacks(binary: string): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-e2e-"));
  try {
    const sample = readFileSync(join(__dirname, "..", "..", "access.yaml"), "utf8");
    const configuration = join(folder, "terraform.rc");
    writeFileSync(configuration, cliConfiguration(findMirrors(process.env)));
    const props = { binary, env: initEnvironment(process.env, configuration) };
    const outdir = join(folder, "cdktf.out");
    synthesize({ access: accessOf(`${sample}${portal}`), directory: folder }, outdir);
    const deployment = new Deployment({ stacks: stacksIn(outdir), init: props, run: props, tell: () => undefined });
    await deployment.initialize();
    return deployment.skipped;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const portal = `portal:
  cluster: prod
  url: https://portal.contoso.com
  namespace: krci
  version: "3.15"
`;
