import { execFileSync } from "node:child_process";
import { measure } from "./measure";
import { median } from "./median";

/** Seconds of `entra-eks check` on the sample, from the start of node to its end; each the median of several runs. */
export interface Starts {
  /** From a clone, whose sources tsx compiles and keeps. */
  readonly clone: number;
  /** From the package, which holds one built file. */
  readonly package: number;
}

/** Runs both in turn, so that what else the machine does meets both. */
export async function measureStarts(rounds: number): Promise<Starts> {
  execFileSync(process.execPath, ["package/build.js"], { cwd: `${__dirname}/..` });
  const seconds = { clone: [] as number[], package: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, file] of [["clone", "bin/entra-eks.js"] as const, ["package", "dist/entra-eks.js"] as const]) {
      seconds[name].push((await measure({ args: [file, "check", "--file", "access.yaml"] })).seconds);
    }
  }
  return { clone: median(seconds.clone), package: median(seconds.package) };
}
