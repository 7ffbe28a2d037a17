import { heldBy } from "./deployed-state";
import type { Prepared } from "./preparation";

/** Stacks that were deployed from here, and are in the file no more. */
export async function goneLines({
  program,
  records,
  run,
}: Pick<Prepared, "program" | "records" | "run">): Promise<string[]> {
  const names = new Set(program.map(({ name }) => name));
  const gone = records.stacks().filter((stack) => !names.has(stack));
  const lines: string[] = [];
  for (const stack of gone) {
    const held = heldBy(await run.read(stack));
    if (held === 0) records.forget(stack);
    else
      lines.push(
        `note: ${stack} is not in the access file any more, and its state still holds ${String(held)} resources, which nothing takes away. Put its entry back, destroy the stack, then delete the entry.`,
      );
  }
  return lines;
}
