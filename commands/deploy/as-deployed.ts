import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { State } from "../../config/states/state";
import type { StatePlace } from "../../model/states/state-place";
import { lockedVersions } from "../../sandbox/terraform/lock-file";
import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import { digest, type DeploymentRecord, type StateIdentity } from "./deployment-record";
import { digestOf, readOutputs } from "./read-outputs";

/** What a stack would be deployed from now. */
export interface Sources {
  readonly configuration: string;
  readonly providers: Readonly<Record<string, string>>;
  readonly inputs: string;
  /** Whether a later deployment of the same may do something: passwords take turns. */
  readonly followsClock: boolean;
}

export const configurationIn = ({ directory }: SynthesizedStack) =>
  readFileSync(join(directory, "cdk.tf.json"), "utf8");

/** @param stateOf the state of a stack as it is now */
export function sourcesOf(stack: SynthesizedStack, stateOf: (stack: string) => State | undefined): Sources {
  const text = configurationIn(stack);
  const { resource = {} } = JSON.parse(text) as { readonly resource?: Readonly<Record<string, unknown>> };
  return {
    configuration: digest(text),
    providers: Object.fromEntries(lockedVersions(stack.directory)),
    inputs: digestOf(readOutputs(text), (name) => stateOf(name)?.outputs),
    followsClock: Object.hasOwn(resource, "time_rotating"),
  };
}

/** What a state is known by. */
export const identityOf = (state: State | undefined): StateIdentity =>
  state === undefined ? null : { lineage: state.lineage, serial: state.serial };

/** Whether somebody else has written a state since it was recorded; of a run that did not end nobody knows. */
export const isOfAnother = (record: DeploymentRecord | undefined, state: State | undefined): boolean =>
  record !== undefined && !record.begun && !isDeepStrictEqual(record.state, identityOf(state));

/** Whom Entra did not know the last time, it may know now. */
export function unfinishedIn(state: State | undefined): string | null {
  const unknown = Object.entries(state?.outputs ?? {}).some(
    ([name, { value }]) => name.startsWith("unknown_") && Array.isArray(value) && value.length > 0,
  );
  return unknown ? "Entra did not know everybody the last time" : null;
}

interface Judged {
  readonly record: DeploymentRecord | undefined;
  readonly sources: Sources;
  readonly place: StatePlace;
  readonly placeInWords: string;
  readonly state: State | undefined;
  readonly terraform: string;
}

/**
 * Why a stack has to be deployed again, in a few words; nothing if it is as it was deployed. In doubt it is deployed. What
 * somebody changed by hand in a cloud is not looked for.
 */
export function whyAgain({ record, sources, place, placeInWords, state, terraform }: Judged): string | undefined {
  if (record === undefined) return "no deployment is recorded here";
  if (record.begun) return "its last run did not come to its end";
  if (record.configuration !== sources.configuration) return "its Terraform is another";
  if (record.inputs !== sources.inputs) return "outputs that it reads are others";
  if (record.place !== placeInWords) return "its state is elsewhere now";
  if (isOfAnother(record, state)) return "something else has changed its state";
  if (!isDeepStrictEqual(record.providers, sources.providers)) return "its providers are others";
  if (record.terraform !== terraform) return "Terraform is another";
  if (sources.followsClock) return "passwords may be due";
  if (place.type === "local" && isLocked(place.path)) return "a run that did not end has left a lock";
  return record.unfinished ?? undefined;
}

/** [src] lockInfoPath in hashicorp/terraform, internal/states/statemgr/filesystem_lock_unix.go and filesystem.go */
const isLocked = (path: string) => existsSync(join(dirname(path), `.${basename(path)}.lock.info`));
