import { shortestDeployCommand } from "../../../model/terraform/deploy-command";
import type { PlacedAccess } from "../../../model/placed-access";
import type { WriteStacks } from "../../../sandbox/terraform/synthesis";
import { leftBehind } from "./abandoned-stacks";
import { alikeClusters, withoutClusters } from "./alike-clusters";
import { actions, type Action, type StackChange } from "./address-change";
import { comingAndGoing } from "./coming-and-going";
import { Comparison } from "./comparison";
import { costsOf } from "./costs";
import type { Cost } from "./costs/cost";
import { outOfReach } from "./out-of-reach";
import { programOf, type Program } from "./program";
import { movedClients } from "./moved-clients";
import { movedClusters } from "./moved-clusters";
import { renamedClusters } from "./renamed-clusters";
import { refusalsOf } from "./refusals";
import { stayingAccounts } from "./staying-accounts";

/** What a change of the access file does to the clouds. */
export interface CloudChanges {
  /** The stacks of which something changes, in an order in which they can be deployed. */
  readonly stacks: readonly StackChange[];
  /** How many addresses there are of each action. */
  readonly counts: Readonly<Record<Action, number>>;
  readonly costs: readonly Cost[];
  /** What Terraform refuses, a sentence each. */
  readonly refusals: readonly string[];
  /** What no deployment takes away, a sentence each. */
  readonly leftBehind: readonly string[];
  /** What cannot be told from the files, a sentence each. */
  readonly unforeseen: readonly string[];
  /** The shortest command that deploys it; `null` if there is nothing to deploy. */
  readonly command: string | null;
}

/**
 * Compares the Terraform of two access files. No cloud and no state is asked: what somebody changed by hand, or has not
 * deployed, is not in it.
 *
 * @param before nothing if everything is new; it is taken to lie where the other lies
 */
export function cloudChanges(
  before: PlacedAccess | undefined,
  after: PlacedAccess,
  writeStacks: WriteStacks,
): CloudChanges {
  const alike = before === undefined ? [] : alikeClusters(before.access, after.access);
  const program = ({ access }: PlacedAccess) =>
    programOf({ access: withoutClusters(access, alike), directory: after.directory }, writeStacks);
  const old: Program = before === undefined ? new Map() : program(before);
  const now = program(after);
  const people = comingAndGoing(before?.access, after.access);
  const comparison = new Comparison(old, now, people);
  const stacks = comparison.stacks();
  const all = stacks.flatMap(({ addresses }) => addresses);
  const count = (action: Action) => all.filter((change) => change.action === action).length;
  const unforeseen = comparison.unforeseen();
  const meant = new Set([...stacks, ...unforeseen].map(({ stack }) => stack));
  const deployment = {
    stacks: [...now.keys()].filter((stack) => meant.has(stack)),
    program: now,
    isWhole: alike.length === 0,
    movesStates: comparison.movesStates(),
  };
  return {
    stacks,
    counts: Object.fromEntries(actions.map((action) => [action, count(action)])) as Record<Action, number>,
    costs: costsOf({ before: before?.access, after: after.access, people, stacks }),
    refusals: [...refusalsOf(stacks), ...outOfReach(old, now)],
    leftBehind: [
      ...leftBehind(old, now, renamedClusters({ before: before?.access, after: after.access })),
      ...(before === undefined ? [] : movedClusters(before.access, after.access)),
      ...(before === undefined ? [] : movedClients(before.access, after.access)),
      ...stayingAccounts(people, after.access),
    ],
    unforeseen: unforeseen.map(({ sentence }) => sentence),
    command: shortestDeployCommand(deployment) ?? null,
  };
}
