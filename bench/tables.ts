import Table from "cli-table3";
import type { AccessFileChecks } from "./access-file-checks";
import type { Opening } from "./open-page";
import type { AnswerCost } from "./answers";
import { total } from "./resources";
import type { Starts } from "./starts";
import { variants, type Synthesis, type Variant } from "./synthesis";

const names: Readonly<Record<Variant, string>> = {
  bare: "bare CDKTF",
  untraced: "bare CDKTF, no stack traces",
  ours: "entra-eks, from access.yaml",
};

const plain = {
  chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  style: { head: [], border: [] },
};

const figure = (value: number) => value.toFixed(2);

/** A line for each size and program: seconds, memory, and ours in proportion. */
export function synthesisTable(syntheses: readonly Synthesis[]): string {
  const table = new Table({
    ...plain,
    head: ["resources", "program", "s", "CPU s", "MiB", "ours / it, s", "ours / it, CPU s"],
    colAligns: ["right", "left", "right", "right", "right", "right", "right"],
  });
  for (const { resources, medians } of syntheses) {
    for (const variant of variants) {
      const { seconds, cpuSeconds, mebibytes } = medians[variant];
      table.push([
        variant === "bare" ? total(resources).toLocaleString("en") : "",
        names[variant],
        figure(seconds),
        figure(cpuSeconds),
        mebibytes.toFixed(0),
        variant === "ours" ? "" : figure(medians.ours.seconds / seconds),
        variant === "ours" ? "" : figure(medians.ours.cpuSeconds / cpuSeconds),
      ]);
    }
  }
  return table.toString();
}

/** What each further thousand resources costs us: where it is the same or less, growth is linear. */
export function growth(syntheses: readonly Synthesis[]): string {
  const steps = syntheses.slice(1).map((synthesis, index) => {
    const smaller = syntheses[index] ?? synthesis;
    const thousands = (total(synthesis.resources) - total(smaller.resources)) / 1000;
    const more = synthesis.medians.ours.cpuSeconds - smaller.medians.ours.cpuSeconds;
    return `${figure(more / thousands)} CPU s up to ${total(synthesis.resources).toLocaleString("en")}`;
  });
  return `A thousand more resources cost ${steps.join(", ")}.`;
}

/** @param plan seconds; or why there are none */
export function checksTable(
  { parse, check, checkMistakes, checkIncluded }: AccessFileChecks,
  plan: number | string,
): string {
  const table = new Table({
    ...plain,
    head: ["the largest access file", "s", "at most"],
    colAligns: ["left", "right", "right"],
  });
  table.push(
    ["read and validated", figure(parse), "1.5"],
    ["entra-eks check", figure(check), "2"],
    ["entra-eks check, 500 mistakes told in order", figure(checkMistakes), "2"],
    ["entra-eks check, in 20 included files", figure(checkIncluded), "2"],
    ["terraform plan of its people, nothing asked", typeof plan === "number" ? figure(plan) : "skipped", "10"],
  );
  return typeof plan === "number" ? table.toString() : `${table.toString()}\nskipped: ${plan}`;
}

/** How long nobody should wait for the sample's check, and what building the program gains. */
export function startsTable({ clone, package: built }: Starts): string {
  const table = new Table({
    ...plain,
    head: ["entra-eks check of the sample", "s", "at most", "part of the clone's"],
    colAligns: ["left", "right", "right", "right"],
  });
  table.push(
    ["from a clone", figure(clone), "", ""],
    ["from the package", figure(built), "0.2", figure(built / clone)],
  );
  return table.toString();
}

/** @param openings each by its name; or why there are none */
export function openingTable(openings: readonly Opening[] | string): string {
  if (typeof openings === "string") return `skipped: the page of a report is not opened, since ${openings}`;
  const table = new Table({
    ...plain,
    head: ["the page of a report, on 20 clusters", "KiB", "first screen, s", "500 rows, s", "at most"],
    colAligns: ["left", "right", "right", "right", "right"],
  });
  for (const { people, kibibytes, painted, complete } of openings) {
    const name = `${people.toLocaleString("en")} people`;
    table.push([name, kibibytes.toFixed(0), figure(painted), figure(complete), "2"]);
  }
  return table.toString();
}

/** Each command beside `check`, which is the first of them. */
export function answersTable(costs: readonly AnswerCost[]): string {
  const table = new Table({
    ...plain,
    head: ["entra-eks, on the largest access file", "s", "CPU s", "it / check, CPU s"],
    colAligns: ["left", "right", "right", "right"],
  });
  const check = costs[0]?.cpuSeconds ?? 0;
  for (const { command, seconds, cpuSeconds } of costs) {
    table.push([command, figure(seconds), figure(cpuSeconds), figure(cpuSeconds / check)]);
  }
  return table.toString();
}
