import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import type { ChangeOfFile } from "./deployed-file";
import { changes, type FirstPlan } from "./outcome";
import { takenAway } from "./planned-stack";

/** What the files say will be taken away, where no plan says so yet: in stacks that come after others that change. */
export function foreseenBy(
  stacks: readonly SynthesizedStack[],
  plans: ReadonlyMap<string, FirstPlan>,
  change: ChangeOfFile["foreseen"],
): Map<string, string[]> {
  const changing = new Set<string>();
  const foreseen = new Map<string, string[]>();
  for (const { name, dependencies } of stacks) {
    const plan = plans.get(name);
    const isAfter = dependencies.some((other) => changing.has(other));
    if (changes(plan) || isAfter) changing.add(name);
    if (!isAfter) continue;
    const known = plan !== undefined && "changes" in plan ? takenAway(plan.changes) : [];
    const more = (change.get(name) ?? []).filter(
      ({ action, address, refused }) => /^(replace|destroy)$/.test(action) && !refused && !known.includes(address),
    );
    if (more.length > 0)
      foreseen.set(
        name,
        more.map(({ address }) => address),
      );
  }
  return foreseen;
}
