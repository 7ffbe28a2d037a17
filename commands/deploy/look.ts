import { NoAnswer } from "../../config/no-answer";
import { changeSinceDeployed } from "./change-since-deployed";
import { foreseenBy } from "./foreseen";
import { goneLines } from "./gone-stacks";
import { StoppedBefore } from "./interruption";
import { sharedLines, stacksInLines } from "./look-in-lines";
import type { Shown } from "./shown";
import type { Prepared } from "./preparation";
import { unexplainedLines } from "./unexplained";

export interface LookOptions {
  /** Leave out what is as it was deployed. */
  readonly changed: boolean;
  /** @default - all clusters */
  readonly stage?: string | undefined;
  /**
   * A revision of git, or a file, that is deployed.
   *
   * @default - the file that is recorded as deployed
   */
  readonly against?: string | undefined;
}

/** What a deployment would do. */
export interface Look extends Shown {
  /** Stacks that are left out, as they are as deployed. */
  readonly asDeployed: readonly string[];
  /** What people see of it, a sentence or an address a line. */
  readonly lines: readonly string[];
}

/**
 * Plans the stacks that a deployment is to run.
 *
 * @throws NoAnswer if one of them reads from a stack that is not deployed, and is not among them
 * @throws StoppedBefore after Ctrl-C
 */
export async function look(prepared: Prepared, options: LookOptions): Promise<Look> {
  const { chosen, run, runs, steps, interruption } = prepared;
  await run.readStates(chosen);
  const reasons = new Map(chosen.map((stack) => [stack.name, run.whyAgain(stack)]));
  const wanted = chosen.filter(({ name }) => !options.changed || reasons.get(name) !== undefined);
  const names = new Set(wanted.map(({ name }) => name));
  for (const stack of wanted) {
    const before = run.undeployedBefore(stack, names);
    if (before.length === 0) continue;
    const together = chosen.length === 1 ? [...before, stack.name] : [...before, ...chosen.map(({ name }) => name)];
    throw new NoAnswer(
      `${stack.name} reads from ${before.join(" and ")}, which ${before.length === 1 ? "is" : "are"} not deployed. Deploy them together: npx entra-eks deploy ${[...new Set(together)].join(" ")}`,
    );
  }
  steps.total = () => Math.max(wanted.length, runs.begun);
  const change = await changeSinceDeployed(prepared, options.against, reasons);
  const plans = await run.planFirst(wanted);
  if (interruption.hasHappened()) throw new StoppedBefore();
  const asDeployed = chosen.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  const why = (stack: string) => (options.changed ? ` (${reasons.get(stack) ?? ""})` : "");
  const foreseen = foreseenBy(chosen, plans, change.foreseen);
  return {
    plans,
    foreseen,
    base: change.base,
    asDeployed,
    lines: [
      ...change.lines,
      ...(change.bare === undefined ? [] : unexplainedLines(plans, change.foreseen, change.bare)),
      "",
      ...stacksInLines({ wanted, plans, foreseen, asDeployed, why }),
      ...sharedLines(prepared.file.access, options.stage, plans),
      ...(await goneLines(prepared)),
    ],
  };
}
