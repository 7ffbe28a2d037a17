import type { Sources } from "./as-deployed";
import type { Diagnostic, Message } from "./terraform-message";

/** What happens to a resource. */
export interface PlannedChange {
  readonly address: string;
  /** `create`, `update`, `replace`, `delete`, `import`, `move`, `remove`: `remove` lets go without destroying. */
  readonly action: string;
}

/** A plan of Terraform's that is kept. */
export interface PlannedStack {
  readonly stack: string;
  readonly changes: readonly PlannedChange[];
  /** Outputs that become others. */
  readonly outputs: readonly string[];
  /** Whether there is nothing to apply. */
  readonly isEmpty: boolean;
  readonly warnings: readonly Diagnostic[];
  /** Path of the file that Terraform applies. */
  readonly planFile: string;
  /** What it was planned from. */
  readonly sources: Sources;
}

/** Collects what a plan says. */
export class PlanMessages {
  readonly changes: PlannedChange[] = [];
  readonly outputs: string[] = [];

  readonly take = (message: Message): void => {
    if (message.type === "planned_change") {
      const { resource, action } = message.change;
      // Data sources that are read later are none.
      if (action !== "read" && action !== "noop") this.changes.push({ address: resource.addr, action });
    }
    if (message.type === "outputs") {
      for (const [name, { action }] of Object.entries(message.outputs)) {
        if (action !== undefined && action !== "noop") this.outputs.push(name);
      }
    }
  };
}

/** What a plan takes away. */
export const takenAway = (changes: readonly PlannedChange[]): string[] =>
  changes.filter(({ action }) => action === "delete" || action === "replace").map(({ address }) => address);

/** What a plan takes away that is not among these addresses; `[*]` at an end stands for any key. */
export function notShown(shown: readonly string[], now: readonly PlannedChange[]): string[] {
  const isShown = (address: string) =>
    shown.some((one) => one === address || (one.endsWith("[*]") && address.startsWith(one.slice(0, -"*]".length))));
  return takenAway(now).filter((address) => !isShown(address));
}
