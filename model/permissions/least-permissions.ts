import { applicationPermissions, type ApplicationPermission } from "./application-permissions";
import type { Sufficient } from "./graph-right";
import { graphRight } from "./graph-rights";
import type { Need } from "./need";

/** One permission, and what it is for. */
export interface NeededPermission {
  readonly permission: ApplicationPermission;
  /** What needs it, each once: `invite guests`. */
  readonly why: readonly string[];
  /** What has to be given up to do without it, each once. */
  readonly without: readonly string[];
}

/**
 * The permissions that suffice for every request and of which none can be left out: the least of each row, without those
 * that a stronger one makes superfluous.
 */
export function leastPermissions(all: readonly Need[]): NeededPermission[] {
  const least = new Set(all.flatMap((need) => alternativesOf(need)[0]?.all ?? []));
  // The strong ones go first, where others do their work; then the narrow ones whose work a stronger one does anyway.
  for (const permission of (Object.keys(applicationPermissions) as ApplicationPermission[]).sort(byReach)) {
    const rest = new Set([...least].filter((other) => other !== permission));
    if (all.every((need) => isMet(need, rest))) least.delete(permission);
  }
  return [...least].sort().map((permission) => {
    // What it does besides, in the place of a narrower one, is not what it is for.
    const causes = all.filter((need) => alternativesOf(need)[0]?.all.includes(permission));
    const once = (texts: readonly (string | undefined)[]) => [...new Set(texts)].filter((text) => text !== undefined);
    return {
      permission,
      why: once(causes.map(({ why }) => why)),
      without: causes.every(({ without }) => without !== undefined) ? once(causes.map(({ without }) => without)) : [],
    };
  });
}

/** The ways to be allowed a request, the least first. */
function alternativesOf({ request, about, owned }: Need): readonly Sufficient[] {
  const row = graphRight(request, about === undefined ? [] : [about]);
  if (row === undefined) throw new Error(`no row of the table is about ${request}`);
  return row.application.filter(({ ofOwner }) => ofOwner !== true || owned === true);
}

const isMet = (need: Need, held: ReadonlySet<ApplicationPermission>) =>
  alternativesOf(need).some(({ all }) => all.every((permission) => held.has(permission)));

/** Writing before reading, the whole directory before its parts. */
function byReach(a: string, b: string): number {
  return reachOf(b) - reachOf(a) || a.localeCompare(b);
}

function reachOf(permission: string): number {
  const write = /\.Read(\.|Basic)/.test(permission) ? 0 : 10;
  const whole = permission.startsWith("Directory.") ? 5 : 0;
  const part = /Basic|Member|OwnedBy|Create|EnableDisable|DeleteRestore/.test(permission) ? 0 : 1;
  return write + whole + part;
}
