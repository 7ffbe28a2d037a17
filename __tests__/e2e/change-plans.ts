import { join } from "node:path";
import { comingAndGoing } from "../../commands/report/clouds/coming-and-going";
import { Comparison } from "../../commands/report/clouds/comparison";
import { programIn, type Program } from "../../commands/report/clouds/program";
import type { Access } from "../../config/schema/access";
import { accessOf } from "../access-text";
import { foreseenChanges, plannedChanges } from "./planned-changes";
import { byHand } from "./stack-by-hand";
import type { testWorld } from "./test-world";

/** A change of the access file: what it is, and the texts that are replaced, each of which stands there once. */
export type Change = readonly [what: string, ...replaced: (readonly [from: string, to: string])[]];

/** Deploys one access file after another, each stack after what was foreseen of it was compared with its real plan. */
export function compareChanges(
  { real, world }: ReturnType<typeof testWorld>,
  first: string,
  changes: readonly Change[],
): void {
  let text = first;
  let before: Program = new Map();
  let deployed: Access | undefined;
  const steps = [["everything comes"] as Change, ...changes];
  for (const [what, ...replaced] of steps) {
    text = edited(text, replaced);
    const file = text;
    real(`${what}: the plans of all stacks are as foreseen`, async () => {
      const access = accessOf(file);
      await world.deployment(access);
      const after = programIn(join(world.sandbox.props.folder, "cdktf.out"));
      const foreseen = new Comparison(before, after, comingAndGoing(deployed, access)).stacks();
      [before, deployed] = [after, access];
      for (const stack of after.keys()) {
        const planned = await plannedChanges(world, stack);
        expect({ stack, changes: foreseenChanges(foreseen.find((one) => one.stack === stack)) }).toEqual({
          stack,
          changes: planned,
        });
        if (planned.length > 0) await apply(world, stack);
      }
    });
  }
}

async function apply(world: ReturnType<typeof testWorld>["world"], stack: string): Promise<void> {
  const { status, output } = await byHand(world, stack, ["apply", "-input=false", "planned"]);
  if (status !== 0) throw new Error(output);
}

/** The text with these texts replaced; each must stand there exactly once. */
export function edited(text: string, replaced: readonly (readonly [from: string, to: string])[]): string {
  return replaced.reduce((result, [from, to]) => {
    const parts = result.split(from);
    if (parts.length !== 2) throw new Error(`${JSON.stringify(from)} stands ${String(parts.length - 1)} times`);
    return parts.join(to);
  }, text);
}
