import { NoAnswer } from "../../config/no-answer";
import { version } from "../../package.json";
import type { Prepared } from "./preparation";

/**
 * Refuses to deploy with an older release than before.
 *
 * @throws NoAnswer if a newer one has deployed one of these stacks
 */
export function refuseOlderRelease({ chosen, records }: Pick<Prepared, "chosen" | "records">): void {
  for (const { name } of chosen) {
    const { release } = records.here(name) ?? {};
    if (release === undefined || !isNewer(release, version)) continue;
    throw new NoAnswer(
      `${name} was last deployed by entra-eks ${release}, and this is ${version}, which may take away what it does not know. Use ${release} or newer; to go back on purpose, look at npx entra-eks plan, then add --older-release`,
    );
  }
}

function isNewer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split(/[.+-]/).slice(0, 3).map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
