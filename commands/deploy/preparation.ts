import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { AccessFile } from "../../config/load";
import { NoAnswer } from "../../config/no-answer";
import { keepPrivate } from "../../config/states/private-folder";
import { statePlace } from "../../model/states/state-place";
import { stacksIn, type SynthesizedStack, type WriteStacks } from "../../sandbox/terraform/synthesis";
import { findTerraform } from "../../sandbox/terraform/version";
import { Steps } from "../sandbox/steps";
import { ask } from "../terminal/ask";
import { withAccessFile, type ExitCode } from "../with-access-file";
import { chosenStacks } from "./chosen-stacks";
import { refuseCommittedFiles } from "./committed-files";
import { DeploymentRecords } from "./deployment-record";
import { DeploymentRun } from "./deployment-run";
import { refuseForeignTerraform } from "./foreign-terraform";
import { Interruption, StoppedBefore } from "./interruption";
import { lanesFor } from "./lanes";
import { refuseOtherStates } from "./other-states";
import { ofStage } from "./stage-stacks";
import { StackRuns } from "./stack-runs";

/** What plan, deploy and destroy take. */
export interface RunOptions {
  readonly file: string;
  readonly json: boolean;
  /** Names of stacks; nothing for all. */
  readonly stacks: readonly string[];
  /** @default - all clusters */
  readonly stage?: string | undefined;
  /**
   * Whether what all clusters share goes with a stage.
   *
   * @default true
   */
  readonly withShared?: boolean;
  /** @default - what the machine has room for */
  readonly parallelism?: number | undefined;
  readonly writeStacks: WriteStacks;
}

/** Everything that a run on stacks needs. */
export interface Prepared {
  readonly file: AccessFile;
  readonly program: readonly SynthesizedStack[];
  readonly chosen: readonly SynthesizedStack[];
  readonly runs: StackRuns;
  readonly run: DeploymentRun;
  readonly records: DeploymentRecords;
  readonly steps: Steps;
  readonly interruption: Interruption;
  readonly writeStacks: WriteStacks;
  /** Asks while lines of other stacks may come. */
  readonly ask: (question: string) => Promise<boolean>;
}

/**
 * Writes the Terraform of an access file to where `npx cdktf` expects it, and does something with its stacks.
 *
 * @param mayTakeAway whether a stack may take away what was not shown
 */
export function withStacks(
  { file, json, stacks, stage, withShared = true, parallelism, writeStacks }: RunOptions,
  mayTakeAway: (prepared: Prepared, stack: string, addresses: readonly string[]) => Promise<boolean>,
  work: (prepared: Prepared) => Promise<ExitCode>,
): Promise<ExitCode> {
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    const found = findTerraform(process.env, accessFile.access.terraform.flavour);
    if ("missing" in found) throw new NoAnswer(found.missing);
    refuseOtherStates(process.env);
    const outdir = folderOfCdktf();
    const records = new DeploymentRecords(accessFile);
    await refuseCommittedFiles(outdir, records.folder);
    keepPrivate(accessFile);
    writeStacks(accessFile, outdir);
    const program = stacksIn(outdir);
    refuseForeignTerraform(program.map(({ directory }) => join(directory, "cdk.tf.json")));
    const isOfStage = stage === undefined ? () => true : ofStage(accessFile.access, stage, withShared);
    const chosen = chosenStacks(program, stacks, records.stacks()).filter(({ name }) => isOfStage(name));
    const folder = mkdtempSync(join(tmpdir(), "entra-eks-plans-"));
    const steps = new Steps();
    const interruption = new Interruption((running) => {
      const ends = "Terraform finishes what it has begun, and nothing new begins. Ctrl-C again ends it at once.";
      steps.say(running === 0 ? "Stopping." : `Stopping: ${ends}`);
    });
    try {
      // A stack that configures a provider of Entra no more has it take away what it made, in the tenant of this file.
      const env = { ...process.env, ARM_TENANT_ID: accessFile.access.tenant };
      const terraform = { binary: found.binary, env, interruption };
      const lanes = lanesFor(parallelism);
      const runs = new StackRuns({ terraform, stateFile: stateFileOf(accessFile), lanes, steps, folder });
      const prepared: Prepared = {
        file: accessFile,
        program,
        chosen,
        runs,
        records,
        steps,
        interruption,
        writeStacks,
        ask: (question) => steps.paused(() => ask(question, interruption.signal)),
        run: new DeploymentRun({
          file: accessFile,
          accessText: file === "-" ? undefined : accessFile.inOnePiece(),
          chosen,
          runs,
          records,
          terraform: `${found.flavour} ${found.version}`,
          env: process.env,
          reads: lanes.short,
          signal: interruption.signal,
          note: (sentence) => {
            steps.say(sentence);
          },
          mayTakeAway: (stack, addresses) => mayTakeAway(prepared, stack, addresses),
        }),
      };
      return await work(prepared);
    } catch (error) {
      if (interruption.hasHappened() && !(error instanceof StoppedBefore)) throw new NoAnswer("Stopped.");
      throw error;
    } finally {
      steps.stop();
      interruption.end();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return Promise.resolve(withAccessFile(file, run, { json }));
}

const stateFileOf = (file: AccessFile) => (stack: string) => {
  const place = statePlace(file, stack);
  return place.type === "local" ? place.path : undefined;
};

/** Where `npx cdktf` keeps its stacks too. [doc] developer.hashicorp.com/terraform/cdktf/create-and-deploy/configuration-file */
function folderOfCdktf(): string {
  const { CDKTF_OUTDIR: named } = process.env;
  if (named !== undefined) return resolve(named);
  try {
    const { output } = JSON.parse(readFileSync("cdktf.json", "utf8")) as { readonly output?: unknown };
    return resolve(typeof output === "string" ? output : usualFolder);
  } catch {
    return resolve(usualFolder);
  }
}

const usualFolder = "cdktf.out";
