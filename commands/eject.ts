import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorCode } from "../config/file/error-code";
import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { stacksIn, type WriteStacks } from "../sandbox/terraform/synthesis";
import { ejectedReadme } from "./eject/readme";
import { ejectedStack } from "./eject/ejected-stack";
import { print, printJson } from "./terminal/print";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface EjectOptions {
  readonly file: string;
  /** Folder to write; made if it is not there. */
  readonly output: string;
  /** Print the names of the stacks as JSON instead of a sentence. */
  readonly json: boolean;
  readonly writeStacks: WriteStacks;
}

/** Writes the stacks as a folder that Terraform runs without this program: the way out of it. */
export function eject({ file, output, json, writeStacks }: EjectOptions): ExitCode {
  const run = (accessFile: AccessFile): ExitCode => {
    makeEmpty(output);
    const outdir = mkdtempSync(join(tmpdir(), "entra-eks-eject-"));
    try {
      writeStacks(accessFile, outdir);
      const stacks = stacksIn(outdir);
      const names = stacks.map(({ name }) => name);
      const { flavour } = accessFile.access.terraform;
      for (const stack of stacks) {
        const folder = join(output, stack.name);
        mkdirSync(folder);
        writeFileSync(join(folder, "main.tf.json"), ejectedStack(stack, { flavour, stacks: names }));
      }
      writeFileSync(join(output, "README.md"), ejectedReadme(accessFile, stacks));
      if (json) printJson({ output, stacks: names });
      else
        print(
          `${names.join("\n")}\n\n${String(names.length)} stacks are in ${output}: its README.md says how to run them`,
        );
      return 0;
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  };
  return withAccessFile<ExitCode>(file, run, { json });
}

/** @throws NoAnswer if something is there already, or the folder cannot be made */
function makeEmpty(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length === 0) return;
  } catch (error) {
    throw new NoAnswer(
      `--output must be a folder that can be written, got ${JSON.stringify(folder)}: ${String(errorCode(error))}`,
    );
  }
  throw new NoAnswer(
    `--output must be an empty folder, got ${JSON.stringify(folder)}, which has files: name another one`,
  );
}
