import { isFailure } from "./deploy/outcome";
import { look, type LookOptions } from "./deploy/look";
import { plansAsJson } from "./deploy/as-json";
import { withStacks, type RunOptions } from "./deploy/preparation";
import { print, printJson } from "./terminal/print";
import type { ExitCode } from "./with-access-file";

/** Says what a deployment would do, and does nothing. */
export function plan(options: RunOptions & LookOptions): Promise<ExitCode> {
  return withStacks(
    options,
    () => Promise.resolve(false),
    async (prepared) => {
      const seen = await look(prepared, options);
      prepared.steps.stop();
      if (options.json) printJson(plansAsJson(seen));
      else print(seen.lines.join("\n"));
      return [...seen.plans.values()].some(isFailure) ? 1 : 0;
    },
  );
}
