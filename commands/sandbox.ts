import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import type { Access } from "../config/schema/access";
import { distinctClusters } from "../sandbox/clusters/distinct-clusters";
import { Closers } from "../sandbox/machine/closers";
import { NotServing } from "../sandbox/machine/child";
import { findBinaries } from "../sandbox/clusters/kubernetes/binaries";
import { Sandbox } from "../sandbox/sandbox";
import { seedOf } from "../sandbox/users/seed";
import { TerraformFailed } from "../sandbox/terraform/deployment";
import type { WriteStacks } from "../sandbox/terraform/synthesis";
import { findTerraform } from "../sandbox/terraform/version";
import { stackPermissions } from "../model/permissions/stack-permissions";
import { graphPermissions } from "./permissions/graph-permissions";
import { Steps } from "./sandbox/steps";
import { servers, trial } from "./sandbox/trial";
import { say } from "./terminal/print";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface SandboxOptions {
  readonly file: string;
  /** Keep everything running until Ctrl-C. */
  readonly keep: boolean;
  /** Print the answers as JSON instead of a table. */
  readonly json: boolean;
  readonly writeStacks: WriteStacks;
}

/** Applies an access file to emulated clouds, and prints what real API servers answer to its people. */
export function sandbox({ file, keep, json, writeStacks }: SandboxOptions): Promise<ExitCode> {
  const run = async ({ access }: AccessFile): Promise<ExitCode> => {
    const terraform = findTerraform(process.env, access.terraform.flavour);
    if ("missing" in terraform) throw new NoAnswer(terraform.missing);
    const closers = new Closers();
    const folder = closers.add(mkdtempSync(join(tmpdir(), "entra-eks-sandbox-")), (made) => {
      rmSync(made, { recursive: true, force: true });
    });
    const stop = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stop.abort.bind(stop));
    const steps = closers.add(new Steps(), (told) => {
      told.stop();
    });
    try {
      steps.begin(servers);
      const started = closers.add(await start(distinctClusters(access), folder), (sandbox) => sandbox.stop());
      const { signal } = stop;
      return await trial(started, { terraform: terraform.binary, signal, keep, json, writeStacks, steps });
    } catch (error) {
      if (stop.signal.aborted) throw new NoAnswer("Stopped.");
      throw error instanceof TerraformFailed ? new NoAnswer(error.message) : notStarted(error);
    } finally {
      await closers.close();
    }
  };
  return Promise.resolve(withAccessFile(file, run, { json }));
}

/** A server that does not start says why in more lines than one; anything else is a fault of the sandbox. */
function notStarted(error: unknown): unknown {
  return error instanceof NotServing ? new NoAnswer(error.message) : error;
}

function start(access: Access, folder: string): Promise<Sandbox> {
  const binaries = findBinaries(process.env);
  if ("missing" in binaries) say(`Nobody is asked what people may do: ${binaries.missing}`);
  const seed = seedOf(access);
  // No more than what is printed for the operator: that it suffices is seen each time.
  const permissions = [...graphPermissions(stackPermissions(access), "apply").keys()];
  return Sandbox.start({
    access,
    folder,
    seed: { ...seed, deployer: { ...seed.deployer, rights: { permissions, directoryRoles: [] } } },
    binaries: "missing" in binaries ? undefined : binaries,
  });
}
