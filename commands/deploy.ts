import { outcomesAsJson } from "./deploy/as-json";
import { withConsent } from "./deploy/consent";
import { changes, isFailure, isLater } from "./deploy/outcome";
import { look, type Look, type LookOptions } from "./deploy/look";
import { refuseOlderRelease } from "./deploy/older-release";
import { isBad, outcomesInLines } from "./deploy/outcomes-in-lines";
import { withStacks, type Prepared, type RunOptions } from "./deploy/preparation";
import { print, printJson, say } from "./terminal/print";
import type { ExitCode } from "./with-access-file";

export interface DeployOptions extends RunOptions, LookOptions {
  /** Ask nobody. */
  readonly yes: boolean;
  /** Deploy although a newer release has deployed before. */
  readonly olderRelease: boolean;
}

/** Plans stacks, shows what changes for people and in the clouds, asks, and applies exactly that. */
export function deploy(options: DeployOptions): Promise<ExitCode> {
  const { yes, json } = options;
  const mayTakeAway = ({ ask, steps }: Prepared, stack: string, addresses: readonly string[]): Promise<boolean> => {
    steps.say(`${stack} would take away what was not shown: ${addresses.join(", ")}.`);
    return yes ? Promise.resolve(false) : ask("Go on with this stack?");
  };
  const work = async (prepared: Prepared): Promise<ExitCode> => {
    if (!options.olderRelease) refuseOlderRelease(prepared);
    const seen = await look(prepared, options);
    if (!json) print(seen.lines.join("\n"));
    if ([...seen.plans.values()].some(changes) && !yes && !(await prepared.ask("Deploy this?"))) {
      say("Nothing was changed.");
      return prepared.interruption.hasHappened() ? 2 : 1;
    }
    return applied(prepared, seen, json);
  };
  return withConsent("deploy", options, () => withStacks(options, mayTakeAway, work));
}

async function applied(prepared: Prepared, seen: Look, json: boolean): Promise<ExitCode> {
  const { steps, run, interruption } = prepared;
  const { plans } = seen;
  const runs = [...plans.values()].filter(changes).map((plan) => (isLater(plan) ? 2 : 1));
  const expected = prepared.runs.begun + runs.reduce((sum, count) => sum + count, 0);
  steps.total = () => Math.max(expected, prepared.runs.begun);
  const outcomes = await run.apply(seen);
  steps.stop();
  const told = new Set([...plans].filter(([, plan]) => isFailure(plan)).map(([stack]) => stack));
  if (json) printJson(outcomesAsJson(outcomes));
  else print(outcomesInLines(outcomes, "deployed", told).join("\n"));
  if (interruption.hasHappened()) return 2;
  return [...outcomes.values()].some(isBad) ? 1 : 0;
}
