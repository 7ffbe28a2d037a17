import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import type { Outcome } from "./outcome";

/**
 * Takes each stack as soon as those that it waits for have ended.
 *
 * @param stacks those that another one waits for come before it
 * @param waitsFor names of stacks; of others than these it does not wait
 * @param turn what is done with a stack, given how those that it waited for ended
 */
export async function inTurn(
  stacks: readonly SynthesizedStack[],
  waitsFor: (stack: SynthesizedStack) => readonly string[],
  turn: (stack: SynthesizedStack, before: ReadonlyMap<string, Outcome>) => Promise<Outcome>,
): Promise<Map<string, Outcome>> {
  const running = new Map<string, Promise<Outcome>>();
  for (const stack of stacks) {
    const before = waitsFor(stack).flatMap((name) => {
      const run = running.get(name);
      return run === undefined ? [] : [run.then((outcome) => [name, outcome] as const)];
    });
    running.set(
      stack.name,
      Promise.all(before).then((ended) => turn(stack, new Map(ended))),
    );
  }
  // All of them end before a fault of one is told: none may go on behind its back.
  await Promise.allSettled(running.values());
  const outcomes = new Map<string, Outcome>();
  for (const [name, run] of running) outcomes.set(name, await run);
  return outcomes;
}

/** The stacks among these that did not come to their end. */
export const unsuccessful = (outcomes: ReadonlyMap<string, Outcome>): string[] =>
  [...outcomes].filter(([, { kind }]) => kind === "failed" || kind === "not run").map(([name]) => name);
