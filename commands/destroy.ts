import { NoAnswer } from "../config/no-answer";
import { outcomesAsJson } from "./deploy/as-json";
import { withConsent } from "./deploy/consent";
import { heldBy, isNothing } from "./deploy/deployed-state";
import { Destruction } from "./deploy/destruction";
import { StoppedBefore } from "./deploy/interruption";
import type { Failure } from "./deploy/failure";
import { isFailure, type Outcome } from "./deploy/outcome";
import { isBad, outcomesInLines } from "./deploy/outcomes-in-lines";
import type { PlannedStack } from "./deploy/planned-stack";
import { failureInLines, planInLines } from "./deploy/plans-in-lines";
import { withStacks, type Prepared, type RunOptions } from "./deploy/preparation";
import { print, printJson, say } from "./terminal/print";
import type { ExitCode } from "./with-access-file";

export interface DestroyOptions extends RunOptions {
  /** Ask nobody. */
  readonly yes: boolean;
}

/** Destroys stacks in reverse order. Every plan is made first: what is protected stops all before anything is gone. With a stage, what all clusters share stays. */
export function destroy(options: DestroyOptions): Promise<ExitCode> {
  const work = async (prepared: Prepared): Promise<ExitCode> => {
    const { program, run, steps, interruption } = prepared;
    await run.readStates(program);
    refuseBelow(prepared);
    const wanted = prepared.chosen.filter(({ name }) => !isNothing(run.stateOf(name)));
    const destruction = new Destruction(prepared, wanted);
    const plans = await destruction.plan();
    const failures = [...plans.values()].filter(isFailure);
    if (interruption.hasHappened()) throw new StoppedBefore();
    if (failures.length > 0) {
      if (options.json) printJson(outcomesAsJson(refusedBy(plans)));
      else say([...failures.flatMap(failureInLines), "Nothing was destroyed."].join("\n"));
      return 1;
    }
    const shown = [...plans.values()].flatMap((plan) => (isFailure(plan) ? [] : planInLines({ ...plan, outputs: [] })));
    if (!options.json && shown.length > 0) print(shown.join("\n"));
    if (wanted.length > 0 && !options.yes && !(await prepared.ask("Destroy this? People lose their access."))) {
      say("Nothing was changed.");
      return interruption.hasHappened() ? 2 : 1;
    }
    const outcomes = await destruction.apply(plans);
    steps.stop();
    if (options.json) printJson(outcomesAsJson(outcomes));
    else print(outcomesInLines(outcomes, "destroyed").join("\n"));
    if (interruption.hasHappened()) return 2;
    return [...outcomes.values()].some(isBad) ? 1 : 0;
  };
  const nothingMore = () => Promise.resolve(true);
  return withConsent("destroy", options, () => withStacks({ ...options, withShared: false }, nothingMore, work));
}

/** Where one cannot be planned, none is destroyed. */
function refusedBy(plans: ReadonlyMap<string, PlannedStack | Failure>): Map<string, Outcome> {
  const outcomes = [...plans].map(([stack, plan]): [string, Outcome] => [
    stack,
    isFailure(plan)
      ? { kind: "failed", failure: plan }
      : { kind: "not run", because: "not every stack can be destroyed" },
  ]);
  return new Map(outcomes);
}

/** @throws NoAnswer if a stack that still holds something comes after one that is to go, and stays */
function refuseBelow({ program, chosen, run }: Prepared): void {
  const going = new Set(chosen.map(({ name }) => name));
  for (const { name } of chosen) {
    const staying = program.filter(
      (stack) => !going.has(stack.name) && stack.dependencies.includes(name) && heldBy(run.stateOf(stack.name)) > 0,
    );
    if (staying.length === 0) continue;
    const names = staying.map((stack) => stack.name);
    throw new NoAnswer(
      `${name} cannot be destroyed before ${names.join(", ")}, which ${names.length === 1 ? "comes" : "come"} after it and still ${names.length === 1 ? "holds" : "hold"} resources. Destroy them in one: npx entra-eks destroy ${[...going, ...names].join(" ")}`,
    );
  }
}
