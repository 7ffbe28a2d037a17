import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Access } from "../config/schema/access";
import { findBinaries } from "../sandbox/kubernetes/binaries";
import { writePeopleKubeconfig } from "../sandbox/people-kubeconfig";
import { QuietTime } from "../sandbox/quiet-time";
import { questionsOf } from "../sandbox/question";
import { rehearse } from "../sandbox/rehearsal";
import { Sandbox } from "../sandbox/sandbox";
import { seedOf } from "../sandbox/seed";
import { TerraformFailed, type Deployment, type StackEvent } from "../sandbox/terraform/deployment";
import { findTerraform } from "../sandbox/terraform/version";
import { answerTable, asExpected, refusals, type Answered } from "./answer-table";
import { print, printJson, say } from "./print";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface SandboxOptions {
  readonly file: string;
  /** Keep everything running until Ctrl-C. */
  readonly keep: boolean;
  /** Print the answers as JSON instead of a table. */
  readonly json: boolean;
}

/** Applies an access file to emulated clouds, and prints what real API servers answer to its people. */
export function sandbox({ file, keep, json }: SandboxOptions): Promise<ExitCode> {
  return Promise.resolve(
    withAccessFile(file, async ({ access }): Promise<ExitCode> => {
      const terraform = findTerraform(process.env);
      if ("missing" in terraform) {
        say(terraform.missing);
        return 2;
      }
      const folder = mkdtempSync(join(tmpdir(), "entra-eks-sandbox-"));
      const stop = new AbortController();
      process.once("SIGINT", () => {
        stop.abort();
      });
      const begun = performance.now();
      const started = await start(access, folder);
      say(`Ready in ${inSeconds(performance.now() - begun)}`);
      try {
        return await show(started, { terraform: terraform.binary, signal: stop.signal, keep, json });
      } catch (error) {
        if (!(error instanceof TerraformFailed) && !stop.signal.aborted) throw error;
        say(stop.signal.aborted ? "Stopped." : (error as Error).message);
        return 2;
      } finally {
        await started.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
  );
}

function start(access: Access, folder: string): Promise<Sandbox> {
  const binaries = findBinaries(process.env);
  if ("missing" in binaries) say(`Nobody is asked what people may do: ${binaries.missing}`);
  return Sandbox.start({
    access,
    folder,
    seed: seedOf(access),
    binaries: "missing" in binaries ? undefined : binaries,
  });
}

interface ShowProps extends Pick<SandboxOptions, "keep" | "json"> {
  readonly terraform: string;
  readonly signal: AbortSignal;
}

async function show(started: Sandbox, { terraform, signal, keep, json }: ShowProps): Promise<ExitCode> {
  const begun = performance.now();
  const quiet = new QuietTime([started.graph.log, started.entra.log, started.clusters.eks.log]);
  const deployment = rehearse({ sandbox: started, terraform, env: process.env, tell, signal });
  for (const cluster of Object.keys(started.props.access.clusters)) {
    if (started.clusters.apiServers.has(cluster)) continue;
    const { portal } = started.props.access;
    deployment.leaveOut(`rbac-${cluster}`, "there is no API server");
    if (portal?.cluster === cluster) deployment.leaveOut("portal", "there is no API server");
  }
  await deployment.initialize();
  await deployment.apply();
  const changes = await deployment.plan();
  if (changes) say("The second plan is not empty.");
  const answers = await ask(started, deployment);
  if (json) printJson(answers);
  else print(inWords(answers));
  if (keep && !signal.aborted) {
    say(`kubectl --kubeconfig ${await writePeopleKubeconfig(started)} works as any of them. Ctrl-C ends everything.`);
    await new Promise((resolve) => {
      signal.addEventListener("abort", resolve);
    });
  } else {
    await deployment.destroy();
    const waits = `${inSeconds(quiet.stop() * 1000)} of it without a request: waits built into the providers, and their starts`;
    say(`Applied, planned again, judged and destroyed in ${inSeconds(performance.now() - begun)}, ${waits}`);
  }
  return answers.every(asExpected) && !changes ? 0 : 1;
}

/** Only clusters that trust the login and have their bindings can be asked. */
async function ask(started: Sandbox, { skipped }: Deployment): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const question of questionsOf(started.props.access)) {
    const { person, cluster, action } = question;
    if (!started.clusters.apiServers.has(cluster) || skipped.has(`eks-${cluster}`) || skipped.has(`rbac-${cluster}`))
      continue;
    answered.push({ ...question, answer: await started.may(person, cluster, action) });
  }
  return answered;
}

function inWords(answers: readonly Answered[]): string {
  const lines = answers.length === 0 ? [] : [answerTable(answers), ...refusals(answers)];
  const wrong = answers.filter((answered) => !asExpected(answered)).length;
  lines.push(`${String(answers.length)} answers of the API servers, ${String(wrong)} other than the access file says`);
  return lines.join("\n");
}

function tell({ stack, phase, outcome, note, seconds }: StackEvent): void {
  if (outcome === "started") {
    if (phase !== "plan") say(`${stack}: ${phase} …`);
    return;
  }
  const time = seconds === undefined ? "" : ` ${inSeconds(seconds * 1000)}`;
  say(`${stack}: ${phase} ${outcome}${time}${note === undefined ? "" : ` (${note})`}`);
}

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
