import { setTimeout as wait } from "node:timers/promises";

/**
 * Looks again and again until something has happened, however slow the machine is.
 *
 * @param running once it has ended, nothing can happen any more
 */
export async function until(
  hasHappened: () => boolean | Promise<boolean>,
  running: Promise<unknown> = new Promise(() => undefined),
): Promise<void> {
  const ended = running.then(
    () => true,
    () => true,
  );
  while (!(await hasHappened())) if (await Promise.race([ended, wait(50, false)])) return;
}
