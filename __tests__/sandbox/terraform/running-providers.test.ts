import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reattach } from "../../../sandbox/terraform/running-provider";
import { RunningProviders, type LentProviders } from "../../../sandbox/terraform/running-providers";
import { terraform } from "../../../sandbox/terraform/terraform";

const address = "registry.terraform.io/hashicorp/aws";
const env = { PATH: process.env["PATH"] };
let folder: string;
let providers: RunningProviders;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  providers = new RunningProviders(join(folder, "sockets"));
});
afterEach(async () => {
  await providers.close();
  rmSync(folder, { recursive: true });
});

/** A folder as `terraform init` leaves it, with a provider that only says where it would serve. */
function initialized(script = 'echo "1|5|unix|$PLUGIN_UNIX_SOCKET_DIR/$$|grpc|"; exec sleep 60'): string {
  const binary = join(folder, ".terraform", "providers", address, "6.0.0", "linux_amd64");
  mkdirSync(binary, { recursive: true });
  const lock = `provider "${address}" {\n  version     = "6.0.0"\n  constraints = "~> 6.0"\n}\n`;
  writeFileSync(join(folder, ".terraform.lock.hcl"), lock);
  writeFileSync(join(binary, "terraform-provider-aws_v6.0.0"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
}

/** How Terraform would reach the provider. */
function reattachOf({ env: { TF_REATTACH_PROVIDERS = "{}" } }: LentProviders): Reattach {
  const [reattach] = Object.values(JSON.parse(TF_REATTACH_PROVIDERS) as Record<string, Reattach>);
  if (reattach === undefined) throw new Error("nothing was lent");
  return reattach;
}

/** Whether a process is there; one that was killed goes a moment later. */
async function isGone(pid: number): Promise<boolean> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test("Terraform is told where the provider that the folder has locked serves", async () => {
  const { TF_REATTACH_PROVIDERS = "" } = (await providers.lend(initialized(), env)).env;
  expect(JSON.parse(TF_REATTACH_PROVIDERS)).toEqual({
    [address]: {
      Protocol: "grpc",
      ProtocolVersion: 5,
      Pid: expect.any(Number) as number,
      Test: true,
      Addr: { Network: "unix", String: expect.stringContaining(join(folder, "sockets")) as string },
    },
  });
});

test("a provider that was given back is lent again, and never to two runs at once", async () => {
  const first = await providers.lend(initialized(), env);
  const meanwhile = await providers.lend(folder, env);
  expect(reattachOf(meanwhile).Pid).not.toBe(reattachOf(first).Pid);
  first.giveBack(true);
  expect(reattachOf(await providers.lend(folder, env)).Pid).toBe(reattachOf(first).Pid);
});

test("a provider whose run was broken off is ended, and another is lent", async () => {
  const broken = await providers.lend(initialized(), env);
  broken.giveBack(false);
  expect(await isGone(reattachOf(broken).Pid)).toBe(true);
  expect(reattachOf(await providers.lend(folder, env)).Pid).not.toBe(reattachOf(broken).Pid);
});

test("a provider that ended by itself is not lent again", async () => {
  const lent = await providers.lend(initialized(), env);
  process.kill(reattachOf(lent).Pid, "SIGKILL");
  expect(await isGone(reattachOf(lent).Pid)).toBe(true);
  lent.giveBack(true);
  expect(reattachOf(await providers.lend(folder, env)).Pid).not.toBe(reattachOf(lent).Pid);
});

test("closing ends those that are lent and those that are not", async () => {
  const lent = await providers.lend(initialized(), env);
  const idle = await providers.lend(folder, env);
  idle.giveBack(true);
  await providers.close();
  expect(await isGone(reattachOf(lent).Pid)).toBe(true);
  expect(await isGone(reattachOf(idle).Pid)).toBe(true);
});

test("a provider that does not serve is said by its path", async () => {
  await expect(providers.lend(initialized("exit 1"), env)).rejects.toThrow(/terraform-provider-aws_v6\.0\.0 ended/);
});

test("nothing is lent to a folder that is not initialized", async () => {
  expect((await providers.lend(folder, env)).env).toEqual({});
});

test.each([
  ["fails is lent again", "exit 1", true],
  ["is killed is not", "kill -9 $$", false],
])("the provider of a run that %s", async (_, script, again) => {
  const binary = join(folder, "terraform");
  writeFileSync(binary, `#!/bin/sh\nprintf %s "$TF_REATTACH_PROVIDERS"\n${script}\n`, { mode: 0o755 });
  const run = () => terraform(initialized(), ["plan"], { binary, env, providers });
  const [first, second] = [await run(), await run()];
  expect(first.stdout).toContain(address);
  expect(second.stdout === first.stdout).toBe(again);
});

test("a run that may be killed starts providers of its own, which go with it", async () => {
  const binary = join(folder, "terraform");
  writeFileSync(binary, '#!/bin/sh\nprintf "%s" "$TF_REATTACH_PROVIDERS"\n', { mode: 0o755 });
  const { output } = await terraform(initialized(), ["plan"], { binary, env, providers, killSignal: "SIGKILL" });
  expect(output).toBe("");
});
