import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { loadAccess, type AccessFile } from "../config/load";
import { readText } from "../config/file/read-file";
import { filesBeside } from "../config/include/included-files";
import { version } from "../package.json";
import type { WriteStacks } from "../sandbox/terraform/synthesis";
import type { StackChange } from "./report/clouds/address-change";
import { Comparison } from "./report/clouds/comparison";
import { stackInLines } from "./report/clouds/in-lines";
import { programIn } from "./report/clouds/program";
import { Progress } from "./terminal/progress";
import { print, printJson } from "./terminal/print";
import { changedRequirements } from "./upgrade/requirements";
import { installRelease, writeWith } from "./upgrade/other-release";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface UpgradeOptions {
  readonly file: string;
  readonly json: boolean;
  /**
   * A packed file.
   *
   * @default - the registry is asked
   */
  readonly from?: string;
  /** @default - the newest */
  readonly to?: string;
  readonly writeStacks: WriteStacks;
}

/** Says what another release changes in the Terraform of an access file; takes nothing. */
export async function upgrade({ file, json, from, to = "latest", writeStacks }: UpgradeOptions): Promise<ExitCode> {
  const run = async ({ access }: AccessFile): Promise<ExitCode> => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "entra-eks-upgrade-")));
    const progress = new Progress();
    try {
      progress.tell("Installing the other release into a temporary folder");
      const release = await installRelease(
        from === undefined ? `entra-eks@${to}` : resolve(from),
        join(folder, "release"),
      );
      progress.tell("Writing the Terraform of both releases, to compare it");
      // Both read the same copy, so that a state has one path, and the other release never meets the file's folder.
      const copy = join(folder, "access", "access.yaml");
      mkdirSync(join(folder, "access"));
      writeFileSync(copy, readText(file));
      for (const path of Object.keys(access.include)) {
        const included = join(dirname(copy), path);
        mkdirSync(dirname(included), { recursive: true });
        writeFileSync(included, filesBeside(file).read(path));
      }
      const ours = join(folder, "ours");
      writeStacks(loadAccess(copy), ours);
      const theirs = await writeWith(release, copy, folder);
      const change = changeBetween(ours, theirs);
      progress.end();
      if (json) printJson({ from: version, to: release.version, ...change });
      else print(inLines(release.version, change).join("\n"));
      return isNothing(change) ? 0 : 1;
    } finally {
      progress.end();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return withAccessFile<Promise<ExitCode>>(file, run, { json });
}

/** What one synthesis has that another has not. */
interface Change {
  readonly stacks: readonly StackChange[];
  /** Stacks that are no longer written. */
  readonly gone: readonly string[];
  /** What else is to be known, a sentence each. */
  readonly notes: readonly string[];
}

function changeBetween(ours: string, theirs: string): Change {
  const [before, after] = [programIn(ours), programIn(theirs)];
  const comparison = new Comparison(before, after, { coming: [], going: [] });
  return {
    stacks: comparison.stacks(),
    gone: [...before.keys()].filter((name) => !after.has(name)),
    notes: [
      ...changedRequirements(ours, theirs),
      ...(comparison.movesStates() ? ["States are kept elsewhere: terraform init -migrate-state"] : []),
      ...comparison.unforeseen().map(({ sentence }) => sentence),
    ],
  };
}

const isNothing = ({ stacks, gone, notes }: Change) => stacks.length + gone.length + notes.length === 0;

function inLines(other: string, change: Change): string[] {
  const both = `from entra-eks ${version} to ${other}`;
  if (isNothing(change)) return [`Nothing changes in the Terraform of this file ${both}.`];
  return [
    `What changes in the Terraform of this file ${both}:`,
    ...change.stacks.flatMap(stackInLines),
    ...change.gone.map((name) => `  ${name} (no longer written: destroy it before you take the release)`),
    ...change.notes.map((note) => `! ${note}`),
  ];
}
