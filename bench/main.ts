import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { findTerraform } from "../sandbox/terraform/version";
import type { Size } from "./access-file";
import { measureAnswers } from "./answers";
import { checkAccessFile } from "./access-file-checks";
import { openReportPages } from "./open-page";
import { planPeople } from "./people-plan";
import { measureStarts } from "./starts";
import { synthesizeInTurn, type Synthesis } from "./synthesis";
import { answersTable, checksTable, growth, openingTable, startsTable, synthesisTable } from "./tables";

const largest: Size = { groups: 400, members: 20, clusters: 20, grants: 500 };
const sizes: readonly Size[] = [
  { groups: 13, members: 20, clusters: 2, grants: 45 },
  { groups: 45, members: 20, clusters: 10, grants: 110 },
  largest,
];
/** Beside the largest: 40 groups of 13 people on 20 clusters. */
const company: Size = { groups: 40, members: 13, clusters: 20, grants: 60 };

interface Options {
  readonly json: boolean;
  readonly rounds: number;
}

const command = new Command("npm run bench --")
  .description("what this program costs beside a bare CDKTF program that writes the same resources")
  .option("--json", "print JSON", false)
  .option("--rounds <number>", "how often each program runs; the median counts", Number, 3)
  .addHelpText(
    "after",
    "\nExit status: 0 measured, 1 something could not be measured, or the programs write different resources",
  )
  .parse();

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

async function bench({ json, rounds }: Options, folder: string): Promise<void> {
  say("warming up: tsx compiles each file once");
  for (const size of sizes.slice(0, 1)) await synthesizeInTurn(size, join(folder, "warm-up"), 1, () => undefined);
  const syntheses: Synthesis[] = [];
  for (const [index, size] of sizes.entries()) {
    say(`size ${String(index + 1)} of ${String(sizes.length)}`);
    syntheses.push(await synthesizeInTurn(size, join(folder, String(index)), rounds, say));
  }
  say("checking the largest access file");
  const checks = await checkAccessFile(largest, join(folder, "access.yaml"), rounds);
  say("asking about the largest access file");
  const answers = await measureAnswers(largest, join(folder, "asked.yaml"), rounds);
  const plan = planLargest(syntheses, join(folder, "plan"));
  say("starting the built program and its sources in turn");
  const starts = await measureStarts(3 * rounds);
  say("opening the page of a report");
  const openings = await openReportPages([company, largest], folder, rounds);
  if (json) {
    const figures = syntheses.map(({ size, resources, medians }) => ({ size, resources, medians }));
    process.stdout.write(
      `${JSON.stringify({ syntheses: figures, checks, answers, plan, starts, openings }, null, 2)}\n`,
    );
  } else {
    process.stdout.write(
      `${synthesisTable(syntheses)}\n${growth(syntheses)}\n${checksTable(checks, plan)}\n${answersTable(answers)}\n${startsTable(starts)}\n${openingTable(openings)}\n`,
    );
  }
}

function planLargest(syntheses: readonly Synthesis[], folder: string): number | string {
  const terraform = findTerraform(process.env, "terraform");
  if ("missing" in terraform) return terraform.missing;
  say("planning its people");
  return planPeople(terraform.binary, join(syntheses.at(-1)?.written.ours ?? "", "stacks", "people"), folder);
}

const folder = mkdtempSync(join(tmpdir(), "entra-eks-bench-"));
bench(command.opts<Options>(), folder)
  .catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  })
  .finally(() => {
    rmSync(folder, { recursive: true, force: true });
  });
