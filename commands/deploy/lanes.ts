import { availableParallelism, totalmem } from "node:os";
import { Turns } from "../../sandbox/terraform/turns";

/** How many Terraforms run at once. */
export interface Lanes {
  /** For what takes seconds and a core. */
  readonly short: Turns;
  /** For associations, which take 20 to 40 minutes and no core: only memory limits them. */
  readonly long: Turns;
}

/** [seen] A Terraform with the aws provider, while it waits. */
const bytesOfRun = 512 * 2 ** 20;

/** @param wanted how many the operator wants; by default what the machine has room for */
export function lanesFor(wanted?: number): Lanes {
  if (wanted !== undefined) {
    const one = new Turns(wanted);
    return { short: one, long: one };
  }
  const roomFor = Math.max(1, Math.floor(totalmem() / 2 / bytesOfRun));
  return {
    // azuread waits for Entra three quarters of the time.
    short: new Turns(Math.min(roomFor, Math.max(2, 2 * availableParallelism()))),
    long: new Turns(Math.min(roomFor, 40)),
  };
}
