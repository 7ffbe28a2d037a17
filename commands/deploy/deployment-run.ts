import { systemMessage } from "../../config/file/error-code";
import { NoAnswer } from "../../config/no-answer";
import type { State } from "../../config/states/state";
import type { PlacedAccess } from "../../model/placed-access";
import { placeInWords, statePlace } from "../../model/states/state-place";
import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import type { Turns } from "../../sandbox/terraform/turns";
import { version } from "../../package.json";
import {
  configurationIn,
  identityOf,
  isOfAnother,
  sourcesOf,
  unfinishedIn,
  whyAgain,
  type Sources,
} from "./as-deployed";
import { deployedState } from "./deployed-state";
import type { DeploymentRecords, RecordedBase } from "./deployment-record";
import type { Failure } from "./failure";
import { inTurn, unsuccessful } from "./in-turn";
import { changes, isFailure, type FirstPlan, type Outcome } from "./outcome";
import { notShown, takenAway, type PlannedStack } from "./planned-stack";
import { digestOf, lackedStacks, readOutputs } from "./read-outputs";
import { outOfReach } from "./out-of-reach";
import type { StackRuns } from "./stack-runs";
import type { Shown } from "./shown";

export interface DeploymentRunProps {
  readonly file: PlacedAccess;
  /** Nothing if it came from standard input. */
  readonly accessText: string | undefined;
  /** In an order in which they can be deployed. */
  readonly chosen: readonly SynthesizedStack[];
  readonly runs: StackRuns;
  readonly records: DeploymentRecords;
  /** Which Terraform it is. */
  readonly terraform: string;
  readonly env: NodeJS.ProcessEnv;
  /** For reading states from elsewhere. */
  readonly reads: Turns;
  readonly signal: AbortSignal;
  /** Says something that is no outcome. */
  readonly note: (sentence: string) => void;
  /** Asks whether a stack may take away what was not shown. */
  readonly mayTakeAway: (stack: string, addresses: readonly string[]) => Promise<boolean>;
}

/** One deployment of stacks in their order: planned, shown, applied. */
export class DeploymentRun {
  private readonly states = new Map<string, State | undefined>();
  /** The Terraform of the stacks as it was written for this run. */
  private readonly written: ReadonlyMap<string, string>;

  constructor(private readonly props: DeploymentRunProps) {
    this.written = new Map(props.chosen.map((stack) => [stack.name, configurationIn(stack)]));
  }

  /** Reads the states of stacks, and of those that they read from. */
  async readStates(stacks: readonly SynthesizedStack[]): Promise<void> {
    const names = stacks.flatMap((stack) => [stack.name, ...readsOf(stack).map((read) => read.stack)]);
    const reads = [...new Set(names)].map((name) => this.refresh(name));
    // All of them end before one's failure is told: no Terraform is left running.
    await Promise.allSettled(reads);
    await Promise.all(reads);
  }

  /** Reads a state anew. */
  async read(stack: string): Promise<State | undefined> {
    await this.refresh(stack);
    return this.stateOf(stack);
  }

  stateOf(stack: string): State | undefined {
    return this.states.get(stack);
  }

  /** Why a stack has to be deployed again; nothing if it is as it was deployed. */
  whyAgain(stack: SynthesizedStack): string | undefined {
    const { file, records, terraform } = this.props;
    const place = statePlace(file, stack.name);
    return whyAgain({
      record: records.of(stack.name),
      sources: this.sources(stack),
      place,
      placeInWords: placeInWords(place),
      state: this.stateOf(stack.name),
      terraform,
    });
  }

  /** Whether something else has deployed a stack since it was recorded here. */
  isOfAnother(stack: string): boolean {
    return isOfAnother(this.props.records.here(stack), this.stateOf(stack));
  }

  /** Stacks that a stack reads from, that are not deployed at all, and are not among these. */
  undeployedBefore(stack: SynthesizedStack, among: ReadonlySet<string>): string[] {
    const before = [...new Set(readsOf(stack).map((read) => read.stack))];
    return before.filter((name) => !among.has(name) && Object.keys(this.stateOf(name)?.outputs ?? {}).length === 0);
  }

  /** Plans stacks side by side; one that lacks something of another that is planned too waits for its turn. */
  async planFirst(stacks: readonly SynthesizedStack[]): Promise<Map<string, FirstPlan>> {
    const among = new Set(stacks.map(({ name }) => name));
    const planned = await Promise.all(
      stacks.map(async (stack): Promise<readonly [SynthesizedStack, FirstPlan]> => {
        const lacked = lackedStacks(readsOf(stack), (name) => this.stateOf(name)?.outputs);
        const after = lacked.filter((name) => among.has(name));
        if (after.length > 0) return [stack, { stack: stack.name, after }];
        return [stack, await this.plan(stack)];
      }),
    );
    const plans = new Map<string, FirstPlan>();
    for (const [stack, plan] of planned) {
      const before = stack.dependencies.filter((name) => changes(plans.get(name)));
      // What fails now may not fail once those before are applied.
      plans.set(stack.name, isFailure(plan) && before.length > 0 ? { stack: stack.name, after: before } : plan);
    }
    return plans;
  }

  /** Applies stacks in their order, each as soon as those before it are done. Whatever comes after a failure is not run. */
  apply(shown: Shown): Promise<Map<string, Outcome>> {
    return inTurn(
      this.props.chosen,
      ({ dependencies }) => dependencies,
      (stack, before) => this.turn(stack, shown, before),
    );
  }

  private async turn(
    stack: SynthesizedStack,
    { plans, foreseen, base }: Shown,
    before: ReadonlyMap<string, Outcome>,
  ): Promise<Outcome> {
    const first = plans.get(stack.name);
    const failed = unsuccessful(before);
    if (failed.length > 0 && first !== undefined) return notRun(`${failed.join(", ")} did not succeed`);
    if (first !== undefined && isFailure(first)) return { kind: "failed", failure: first };
    const applied = [...before].filter(([, { kind }]) => kind === "applied").map(([name]) => name);
    const sources = first !== undefined && "sources" in first ? first.sources : undefined;
    const known = sources?.inputs ?? this.props.records.of(stack.name)?.inputs;
    const isStale = this.isStale(stack, applied, known);
    if (first === undefined && !isStale) return this.stillDeployed(stack.name);
    if (this.isStopped()) return stopped;
    const shown = first !== undefined && "changes" in first ? first : undefined;
    const plan = shown === undefined || isStale ? await this.plan(stack) : shown;
    if (isFailure(plan)) return this.isStopped() ? stopped : { kind: "failed", failure: plan };
    const more = notShown([...takenAway(shown?.changes ?? []), ...(foreseen.get(stack.name) ?? [])], plan.changes);
    if (more.length > 0 && !(await this.props.mayTakeAway(stack.name, more))) {
      return notRun(`its plan takes away what was not shown: ${more.join(", ")}. Deploy again: it is shown first then`);
    }
    return this.applied(stack, plan, base);
  }

  /** Whether a stack has to be planned anew after others were applied: it reads other outputs now, or may look for what they made. */
  private isStale(stack: SynthesizedStack, applied: readonly string[], inputs: string | undefined): boolean {
    if (applied.length === 0) return false;
    const reads = readsOf(stack);
    const isReadBy = (name: string) => reads.some((read) => read.stack === name);
    return applied.some((name) => !isReadBy(name)) || this.inputsOf(stack) !== inputs;
  }

  /** What is as it was deployed is so of this file too: later ones are compared with it. */
  private stillDeployed(stack: string): Outcome {
    const { records, accessText } = this.props;
    const record = records.of(stack);
    if (record !== undefined && accessText !== undefined) {
      this.recorded(stack, () => {
        records.keep(stack, { ...record, deployedAt: new Date().toISOString() }, accessText);
      });
    }
    return { kind: "as deployed" };
  }

  private async applied(stack: SynthesizedStack, plan: PlannedStack, base: RecordedBase | undefined): Promise<Outcome> {
    const { runs, records } = this.props;
    if (!plan.isEmpty) {
      const failure = await runs.apply(stack, plan, "apply", () => {
        records.begin(stack.name, this.comparedWith(stack.name, base));
      });
      if (failure === "stopped") return stopped;
      if (failure !== undefined) return { kind: "failed", failure };
      const unread = await this.unreadAfter(stack.name);
      if (unread !== undefined && !this.isStopped()) return { kind: "failed", failure: unread };
      if (unread !== undefined) return { kind: "applied", plan };
    }
    this.recorded(stack.name, () => {
      this.keepRecord(stack, plan);
    });
    return plan.isEmpty ? { kind: "unchanged" } : { kind: "applied", plan };
  }

  /** Reads what an apply has left; why it cannot be read, which those that come after it need. */
  private async unreadAfter(stack: string): Promise<Failure | undefined> {
    try {
      await this.refresh(stack);
      return undefined;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const advice = `${stack} is deployed, but its state cannot be read now. Run the same again.`;
      return { stack, advice, terraform: error.message };
    }
  }

  /** A deployment is done whether it can be recorded or not. */
  private recorded(stack: string, record: () => void): void {
    try {
      record();
    } catch (error) {
      const message = systemMessage(error);
      if (message === undefined) throw error;
      this.props.note(`That ${stack} is deployed cannot be recorded, so --changed runs it again: ${message}`);
    }
  }

  private keepRecord(stack: SynthesizedStack, { sources, warnings }: PlannedStack): void {
    const { file, records, terraform, accessText } = this.props;
    const state = this.stateOf(stack.name);
    records.keep(
      stack.name,
      {
        format: 1,
        release: version,
        terraform,
        deployedAt: new Date().toISOString(),
        configuration: sources.configuration,
        providers: sources.providers,
        inputs: sources.inputs,
        place: placeInWords(statePlace(file, stack.name)),
        state: identityOf(state),
        unfinished: isPartial(warnings) ? "it was deployed in part the last time" : unfinishedIn(state),
      },
      accessText,
    );
  }

  /** The file that was told to be deployed, for a stack that has no record of its own. */
  private comparedWith(stack: string, base: RecordedBase | undefined) {
    return base === undefined ? undefined : { ...base, place: placeInWords(statePlace(this.props.file, stack)) };
  }

  private isStopped(): boolean {
    return this.props.signal.aborted;
  }

  private async plan(stack: SynthesizedStack): Promise<PlannedStack | Failure> {
    const refused = this.outOfReach(stack);
    if (refused !== undefined) return refused;
    const plan = await this.props.runs.plan(stack, () => this.sources(stack));
    if (configurationIn(stack) === this.written.get(stack.name)) return plan;
    // Another command has written its own Terraform there, of a file that nobody was shown here.
    return writtenAnew(stack.name);
  }

  /** Why Terraform must not be run on a stack; nothing if it may. */
  outOfReach(stack: SynthesizedStack): Failure | undefined {
    return outOfReach(stack.name, configurationIn(stack), this.stateOf(stack.name));
  }

  sources(stack: SynthesizedStack): Sources {
    return sourcesOf(stack, (name) => this.stateOf(name));
  }

  private inputsOf(stack: SynthesizedStack): string {
    return digestOf(readsOf(stack), (name) => this.stateOf(name)?.outputs);
  }

  private async refresh(stack: string): Promise<void> {
    const { file, env, signal } = this.props;
    const read = () => deployedState(file, stack, env, signal);
    const isNear = file.access.backend.type === "local";
    this.states.set(stack, await (isNear ? read() : this.props.reads.take(read)));
  }
}

const writtenAnew = (stack: string): Failure => ({
  stack,
  advice: `Another command has written the Terraform of ${stack} anew since this one began, maybe from another access file. Nothing of that is deployed. Run one command at a time, and begin again.`,
  terraform: "Not run: cdk.tf.json is not the one that was written for this command.",
});

const readsOf = (stack: SynthesizedStack) => readOutputs(configurationIn(stack));

/** [src] internal/terraform/context_plan.go in hashicorp/terraform: TF_CLI_ARGS may have -target. */
const isPartial = (warnings: PlannedStack["warnings"]) =>
  warnings.some(({ summary }) => summary === "Resource targeting is in effect");

const notRun = (because: string): Outcome => ({ kind: "not run", because });

const stopped = notRun("it was stopped");
