import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outputsIn, stateOf, type State, type StateOutputs } from "../../config/states/state";
import type { Flavour } from "../../model/terraform/flavour";
import { placeInWords, type CloudPlace, type S3Place } from "../../model/states/state-place";
import { terraform, type TerraformProps, type TerraformRun } from "../../sandbox/terraform/terraform";
import { findTerraform } from "../../sandbox/terraform/version";
import { withoutLog } from "../deploy/without-log";
import { withoutSecrets } from "../deploy/without-secrets";
import { NotDeployed } from "./not-deployed";

interface OutputsProps {
  readonly flavour: Flavour;
  /** Credentials and settings for Terraform. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends it. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks Terraform for the outputs of a stack, in a folder that has nothing but the place of the stack's state.
 *
 * @throws NotDeployed if there is no Terraform, or it cannot read the state
 */
export async function outputsByTerraform(
  place: S3Place | CloudPlace,
  stack: string,
  props: OutputsProps,
): Promise<StateOutputs> {
  const printed = await printedAt(place, stack, ["output", "-json"], props);
  return outputsIn(printed, placeInWords(place));
}

/**
 * Asks Terraform for the whole state of a stack. What it holds stays in memory: it may be a secret.
 *
 * @returns nothing if there is none
 * @throws NotDeployed if there is no Terraform, or it cannot read the state
 */
export async function stateByTerraform(
  place: S3Place | CloudPlace,
  stack: string,
  props: OutputsProps,
): Promise<State | undefined> {
  return stateOf(await printedAt(place, stack, ["state", "pull"], props), placeInWords(place));
}

/** What Terraform prints of a state. */
async function printedAt(
  place: S3Place | CloudPlace,
  stack: string,
  command: readonly string[],
  { flavour, env, signal }: OutputsProps,
): Promise<string> {
  const found = findTerraform(env, flavour);
  if ("missing" in found) {
    throw new NotDeployed(
      `Only Terraform can read ${placeInWords(place)}, where the state of stack "${stack}" is: ${found.missing}`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-outputs-"));
  try {
    writeFileSync(join(folder, "place.tf.json"), JSON.stringify({ terraform: blockOf(place) }));
    const props = {
      binary: found.binary,
      env: { ...withoutLog(env), ...quiet, TF_DATA_DIR: join(folder, ".terraform") },
      ...(signal === undefined ? {} : { signal }),
    };
    const run = async (args: readonly string[]) => succeed(await terraform(folder, args, props), { place, stack, env });
    await run(["init", "-input=false"]);
    return (await run(command)).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const quiet: TerraformProps["env"] = { TF_IN_AUTOMATION: "1", TF_INPUT: "0", CHECKPOINT_DISABLE: "1" };

function blockOf(place: S3Place | CloudPlace) {
  switch (place.type) {
    case "s3": {
      const { bucket, key, region } = place;
      return { backend: { s3: { bucket, key, region } } };
    }
    case "cloud": {
      const { hostname, organization, workspace, project } = place;
      return { cloud: { hostname, organization, workspaces: { name: workspace, project } } };
    }
  }
}

interface Asked {
  readonly place: S3Place | CloudPlace;
  readonly stack: string;
  readonly env: NodeJS.ProcessEnv;
}

function succeed(run: TerraformRun, { place, stack, env }: Asked): TerraformRun {
  if (run.status === 0) return run;
  // Terraform breaks its lines anywhere, and draws bars before them.
  const text = withoutSecrets(run.output.replace(/[│╷╵\s]+/g, " ").trim(), env);
  const [, reason = text] = /Error: (.{1,240})/.exec(text) ?? [];
  throw new NotDeployed(`Terraform cannot read the outputs of stack "${stack}" from ${placeInWords(place)}: ${reason}`);
}
