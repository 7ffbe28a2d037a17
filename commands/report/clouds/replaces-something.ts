import type { CloudChanges } from "./cloud-changes";

/** What is destroyed and created again under another address, by the cost that tells it. */
const renames: ReadonlySet<string> = new Set(["group-renamed", "association-renamed"]);

/** Whether anything that people sign in or work with is made again, under its address or another. */
export const replacesSomething = ({ counts, costs }: Pick<CloudChanges, "counts" | "costs">): boolean =>
  counts.replace > 0 || costs.some(({ id }) => renames.has(id));
