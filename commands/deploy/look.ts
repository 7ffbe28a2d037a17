import { NoAnswer } from "../../config/no-answer";
import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import { version } from "../../package.json";
import { clusterOf } from "./stage-stacks";
import { changeOfFile, namedFile, recordedFile, type ChangeOfFile } from "./deployed-file";
import { heldBy, isNothing } from "./deployed-state";
import { changes, isFailure, isLater, type FirstPlan } from "./deployment-run";
import { takenAway } from "./planned-stack";
import { failureInLines, planInLines } from "./plans-in-lines";
import type { Prepared } from "./preparation";

export interface LookOptions {
  readonly file: string;
  /** Leave out what is as it was deployed. */
  readonly changed: boolean;
  /** @default - all clusters */
  readonly stage?: string | undefined;
  /**
   * A revision of git, or a file, that is deployed.
   *
   * @default - the file that is recorded as deployed
   */
  readonly against?: string | undefined;
}

/** What a deployment would do. */
export interface Look {
  readonly plans: ReadonlyMap<string, FirstPlan>;
  /** Addresses that others' changes will take away, beside those of the plans. */
  readonly foreseen: ReadonlyMap<string, readonly string[]>;
  /** Stacks that are left out, as they are as deployed. */
  readonly asDeployed: readonly string[];
  /** What people see of it, a sentence or an address a line. */
  readonly lines: readonly string[];
}

/**
 * Plans the stacks that a deployment is to run.
 *
 * @throws NoAnswer if one of them reads from a stack that is not deployed, and is not among them
 */
export async function look(prepared: Prepared, options: LookOptions): Promise<Look> {
  const { chosen, run, runs, steps } = prepared;
  await run.readStates(chosen);
  const reasons = new Map(chosen.map((stack) => [stack.name, run.whyAgain(stack)]));
  const wanted = chosen.filter(({ name }) => !options.changed || reasons.get(name) !== undefined);
  const names = new Set(wanted.map(({ name }) => name));
  for (const stack of wanted) {
    const before = run.undeployedBefore(stack, names);
    if (before.length === 0) continue;
    const together = chosen.length === 1 ? [...before, stack.name] : [...before, ...chosen.map(({ name }) => name)];
    throw new NoAnswer(
      `${stack.name} reads from ${before.join(" and ")}, which ${before.length === 1 ? "is" : "are"} not deployed. Deploy them together: npx entra-eks deploy ${[...new Set(together)].join(" ")}`,
    );
  }
  steps.total = () => Math.max(wanted.length, runs.begun);
  const change = await changeSinceDeployed(prepared, options, [...reasons.values()]);
  const plans = await run.planFirst(wanted);
  const blocked = blockedBy(wanted, plans);
  const asDeployed = chosen.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  const why = (stack: string) => (options.changed ? ` (${reasons.get(stack) ?? ""})` : "");
  const foreseen = foreseenBy(chosen, plans, change.foreseen);
  return {
    plans,
    foreseen,
    asDeployed,
    lines: [
      ...change.lines,
      "",
      ...[...plans].flatMap(([stack, plan]) => inLines(plan, why(stack), blocked.get(stack) ?? [])),
      ...unchangedLine(
        [...plans.values()]
          .filter((plan) => isUnremarkable(plan) && !blocked.has(plan.stack) && !foreseen.has(plan.stack))
          .map(({ stack }) => stack),
      ),
      ...asDeployedLine(asDeployed),
      ...[...foreseen].flatMap(([stack, addresses]) => [
        `${stack}: planned again after that; foreseen from both files:`,
        ...addresses.map((address) => `  -/+ ${address}`),
      ]),
      ...sharedLines(prepared, options, plans),
      ...(await goneLines(prepared)),
    ],
  };
}

/** Stacks that come after one that cannot be planned, with those. */
function blockedBy(stacks: readonly SynthesizedStack[], plans: Look["plans"]): ReadonlyMap<string, readonly string[]> {
  const blocked = new Map<string, readonly string[]>();
  for (const { name, dependencies } of stacks) {
    const by = dependencies.filter((other) => {
      const plan = plans.get(other);
      return blocked.has(other) || (plan !== undefined && isFailure(plan));
    });
    if (by.length > 0) blocked.set(name, by);
  }
  return blocked;
}

function inLines(plan: FirstPlan, why: string, blocked: readonly string[]): string[] {
  const { stack } = plan;
  if (blocked.length > 0) return [`${stack}: not run, as it comes after ${blocked.join(", ")}`];
  if (isUnremarkable(plan)) return [];
  if (isFailure(plan)) return [`${stack}: cannot be planned`, ...failureInLines(plan)];
  if (isLater(plan))
    return [`${stack}: planned once ${plan.after.join(", ")} ${plan.after.length === 1 ? "is" : "are"} deployed`];
  const [first = "", ...rest] = planInLines(plan);
  return [`${first}${why}`, ...rest];
}

const isUnremarkable = (plan: FirstPlan) => "isEmpty" in plan && plan.isEmpty && plan.warnings.length === 0;

const unchangedLine = (stacks: readonly string[]) =>
  stacks.length === 0 ? [] : [`${counted(stacks, "has", "have")} nothing to do${named(stacks)}`];

const asDeployedLine = (stacks: readonly string[]) =>
  stacks.length === 0 ? [] : [`${counted(stacks, "is", "are")} as deployed${named(stacks)}`];

const counted = ({ length }: readonly string[], one: string, several: string) =>
  length === 1 ? `1 stack ${one}` : `${String(length)} stacks ${several}`;

const named = (stacks: readonly string[]) => (stacks.length > mostNamed ? "" : `: ${stacks.join(", ")}`);

/** More names are only counted. */
const mostNamed = 8;

/** A stage is not alone with what all clusters share. */
function sharedLines({ file: { access } }: Prepared, { stage }: LookOptions, plans: Look["plans"]): string[] {
  if (stage === undefined) return [];
  const shared = [...plans].filter(([stack, plan]) => clusterOf(access, stack) === undefined && changes(plan));
  if (shared.length === 0) return [];
  const names = shared.map(([stack]) => stack);
  return [
    `note: ${names.join(", ")} ${names.length === 1 ? "is" : "are"} shared by all clusters, so what changes there reaches the clusters of every stage, not of ${stage} alone.`,
  ];
}

/** What the files say will be taken away, where no plan says so yet: in stacks that come after others that change. */
function foreseenBy(
  stacks: readonly SynthesizedStack[],
  plans: Look["plans"],
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

async function changeSinceDeployed(
  { file, chosen, records, run, steps, writeStacks }: Prepared,
  { against, file: name }: LookOptions,
  reasons: readonly (string | undefined)[],
): Promise<ChangeOfFile> {
  const stacks = chosen.map((stack) => stack.name);
  const isFirst = stacks.every((stack) => isNothing(run.stateOf(stack)));
  if (against === undefined && isFirst)
    return { lines: ["Nothing of this is deployed yet: everybody in the file gains access."], foreseen: new Map() };
  const elsewhere = reasons.includes("something else has changed its state");
  const deployed = against === undefined ? recordedFile(records, stacks, elsewhere) : await namedFile(against, name);
  if (deployed !== undefined) return changeOfFile(deployed, file, stacks, writeStacks);
  steps.say(
    "Which access file is deployed is not known here: no deployment by entra-eks is recorded on this machine. To see who gains and loses access, add --against with a revision of git or a file.",
  );
  return { lines: [], foreseen: new Map() };
}

/** Stacks that were deployed from here, and are in the file no more. */
async function goneLines({ program, records, run }: Prepared): Promise<string[]> {
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

/**
 * Refuses to deploy with an older release than before.
 *
 * @throws NoAnswer if a newer one has deployed one of these stacks
 */
export function refuseOlderRelease({ chosen, records }: Prepared): void {
  for (const { name } of chosen) {
    const { release } = records.of(name) ?? {};
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
