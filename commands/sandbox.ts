import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import type { Access } from "../config/schema/access";
import { distinctClusters } from "../sandbox/clusters/distinct-clusters";
import { Closers } from "../sandbox/machine/closers";
import { NotServing } from "../sandbox/machine/child";
import { findBinaries } from "../sandbox/clusters/kubernetes/binaries";
import { writePeopleKubeconfig } from "../sandbox/clusters/people-kubeconfig";
import { QuietTime } from "../sandbox/machine/quiet-time";
import { questionsOf } from "../sandbox/rbac/question";
import { rehearse } from "../sandbox/terraform/rehearsal";
import { Sandbox } from "../sandbox/sandbox";
import { seedOf } from "../sandbox/users/seed";
import { TerraformFailed } from "../sandbox/terraform/deployment";
import type { WriteStacks } from "../sandbox/terraform/synthesis";
import { findTerraform } from "../sandbox/terraform/version";
import { stackPermissions } from "../model/permissions/stack-permissions";
import { graphPermissions } from "./permissions/graph-permissions";
import { asExpected } from "./sandbox/answered";
import { answersInWords } from "./sandbox/answers-in-words";
import { askAll } from "./sandbox/asking";
import { notAsked } from "./sandbox/not-asked";
import { inSeconds, Steps } from "./sandbox/steps";
import { print, printJson, say } from "./terminal/print";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface SandboxOptions {
  readonly file: string;
  /** Keep everything running until Ctrl-C. */
  readonly keep: boolean;
  /** Print the answers as JSON instead of a table. */
  readonly json: boolean;
  readonly writeStacks: WriteStacks;
}

/** Applies an access file to emulated clouds, and prints what real API servers answer to its people. */
export function sandbox({ file, keep, json, writeStacks }: SandboxOptions): Promise<ExitCode> {
  const run = async ({ access }: AccessFile): Promise<ExitCode> => {
    const terraform = findTerraform(process.env);
    if ("missing" in terraform) throw new NoAnswer(terraform.missing);
    const closers = new Closers();
    const folder = closers.add(mkdtempSync(join(tmpdir(), "entra-eks-sandbox-")), (made) => {
      rmSync(made, { recursive: true, force: true });
    });
    const stop = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stop.abort.bind(stop));
    const steps = closers.add(new Steps(), (told) => {
      told.stop();
    });
    try {
      steps.begin(servers);
      const started = closers.add(await start(distinctClusters(access), folder), (sandbox) => sandbox.stop());
      return await show(started, { terraform: terraform.binary, signal: stop.signal, keep, json, writeStacks, steps });
    } catch (error) {
      if (stop.signal.aborted) throw new NoAnswer("Stopped.");
      throw error instanceof TerraformFailed ? new NoAnswer(error.message) : notStarted(error);
    } finally {
      await closers.close();
    }
  };
  return Promise.resolve(withAccessFile(file, run, { json }));
}

/** A server that does not start says why in more lines than one; anything else is a fault of the sandbox. */
function notStarted(error: unknown): unknown {
  return error instanceof NotServing ? new NoAnswer(error.message) : error;
}

function start(access: Access, folder: string): Promise<Sandbox> {
  const binaries = findBinaries(process.env);
  if ("missing" in binaries) say(`Nobody is asked what people may do: ${binaries.missing}`);
  const seed = seedOf(access);
  // No more than what is printed for the operator: that it suffices is seen each time.
  const permissions = [...graphPermissions(stackPermissions(access), "apply").keys()];
  return Sandbox.start({
    access,
    folder,
    seed: { ...seed, deployer: { ...seed.deployer, rights: { permissions, directoryRoles: [] } } },
    binaries: "missing" in binaries ? undefined : binaries,
  });
}

interface ShowProps extends Pick<SandboxOptions, "keep" | "json" | "writeStacks"> {
  readonly terraform: string;
  readonly signal: AbortSignal;
  readonly steps: Steps;
}

const [servers, questions] = ["emulated clouds and API servers: start", "API servers: questions"];

async function show(
  started: Sandbox,
  { terraform, signal, keep, json, writeStacks, steps }: ShowProps,
): Promise<ExitCode> {
  const { access } = started.props;
  const begun = performance.now();
  const quiet = new QuietTime([started.graph.log, started.entra.log, started.clusters.eks.log]);
  const deployment = rehearse({ sandbox: started, terraform, env: process.env, writeStacks, tell: steps.tell, signal });
  steps.total = () => 2 + deployment.counts.all + (keep ? 2 : 3) * deployment.counts.wanted;
  steps.end(servers);
  for (const cluster of Object.keys(access.clusters)) {
    if (started.clusters.apiServers.has(cluster)) continue;
    const { portal } = access;
    deployment.leaveOut(`rbac-${cluster}`, "there is no API server");
    if (portal?.cluster === cluster) deployment.leaveOut("portal", "there is no API server");
  }
  await deployment.initialize();
  await deployment.apply();
  const changes = await deployment.plan();
  if (changes) steps.say("The second plan is not empty.");
  const asked = questionsOf(access);
  steps.begin(questions);
  const answers = await askAll(started, asked, deployment.skipped, (done, all) => {
    steps.about(questions, `${String(done)} of ${String(all)}`);
  });
  steps.end(questions);
  const unasked = notAsked(access, asked);
  if (json) printJson(answers);
  else print(answersInWords(answers, unasked));
  if (json && unasked.length > 0) steps.say(unasked.join("\n"));
  if (keep && !signal.aborted) {
    const file = await writePeopleKubeconfig(started);
    const [first] = answers;
    const context = first === undefined ? "" : `, such as --context ${first.person}@${first.cluster}`;
    steps.say(`kubectl --kubeconfig ${file} works as any of them${context}. Ctrl-C ends everything.`);
    await new Promise((resolve) => {
      signal.addEventListener("abort", resolve);
    });
  } else {
    await deployment.destroy();
    const waits = `${inSeconds(quiet.stop() * 1000)} of it without a request: waits built into the providers, and their starts`;
    steps.say(`Applied, planned again, judged and destroyed in ${inSeconds(performance.now() - begun)}, ${waits}`);
  }
  return answers.every(asExpected) && !changes ? 0 : 1;
}
