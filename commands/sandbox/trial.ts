import { writePeopleKubeconfig } from "../../sandbox/clusters/people-kubeconfig";
import { QuietTime } from "../../sandbox/machine/quiet-time";
import { questionsOf } from "../../sandbox/rbac/question";
import type { Sandbox } from "../../sandbox/sandbox";
import type { Deployment } from "../../sandbox/terraform/deployment";
import { rehearse } from "../../sandbox/terraform/rehearsal";
import type { Access } from "../../config/schema/access";
import { openshiftStack, openshiftsWithSecret } from "../../model/clusters/openshift";
import { stackKind, type StackKind } from "../../model/clusters/own-stack";
import { clientStack, confidentialClients } from "../../model/clients/client";
import type { WriteStacks } from "../../sandbox/terraform/synthesis";
import { print, printJson } from "../terminal/print";
import type { ExitCode } from "../with-access-file";
import { asExpected, type Answered } from "./answered";
import { answersInWords } from "./answers-in-words";
import { askAll } from "./asking";
import { notAsked } from "./not-asked";
import { inSeconds, type Steps } from "./steps";

export interface TrialProps {
  /** Keep everything running until the signal aborts. */
  readonly keep: boolean;
  /** Print the answers as JSON instead of a table. */
  readonly json: boolean;
  readonly writeStacks: WriteStacks;
  /** Path of the binary. */
  readonly terraform: string;
  readonly signal: AbortSignal;
  readonly steps: Steps;
}

/** The step that a trial ends: from then on it is known how many follow. */
export const servers = "emulated clouds and API servers: start";
const questions = "API servers: questions";

/**
 * Applies an access file to a sandbox, prints what its API servers answer, and destroys everything again.
 *
 * @returns 1 if an answer is other than the access file says, or if a second plan is not empty
 * @throws TerraformFailed if a stack cannot be applied, planned or destroyed
 */
export async function trial(
  started: Sandbox,
  { terraform, signal, keep, json, writeStacks, steps }: TrialProps,
): Promise<ExitCode> {
  const { access } = started.props;
  const begun = performance.now();
  const quiet = new QuietTime([started.graph.log, started.entra.log, started.clusters.eks.log]);
  const deployment = rehearse({ sandbox: started, terraform, env: process.env, writeStacks, tell: steps.tell, signal });
  steps.total = () => 2 + deployment.counts.all + (keep ? 2 : 3) * deployment.counts.wanted;
  steps.end(servers);
  leaveOutOfRedHat(deployment, access);
  leaveOutWithoutApiServer(deployment, started);
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
    await keepRunning(started, answers, { steps, signal });
  } else {
    await deployment.destroy();
    const waits = `${inSeconds(quiet.stop() * 1000)} of it without a request: waits built into the providers, and their starts`;
    steps.say(`Applied, planned again, judged and destroyed in ${inSeconds(performance.now() - begun)}, ${waits}`);
  }
  return answers.every(asExpected) && !changes ? 0 : 1;
}

function leaveOutOfRedHat(deployment: Deployment, access: Access): void {
  for (const [key, { openshift }] of openshiftsWithSecret(access)) {
    if (openshift.signIn === "rosa-classic") deployment.leaveOut(openshiftStack(key), "Red Hat's API is not emulated");
  }
}

/** What the own stack of a cluster makes: an association in AWS, or a Secret on the cluster. */
const writesToApiServer: Readonly<Record<StackKind, boolean>> = { eks: false, openshift: true };

function leaveOutWithoutApiServer(deployment: Deployment, { clusters, props: { access } }: Sandbox): void {
  for (const [cluster, entry] of Object.entries(access.clusters)) {
    if (clusters.apiServers.has(cluster)) continue;
    deployment.leaveOut(`rbac-${cluster}`, "there is no API server");
    const kind = stackKind(entry);
    if (kind !== undefined && writesToApiServer[kind])
      deployment.leaveOut(`${kind}-${cluster}`, "there is no API server");
    if (access.portal?.cluster === cluster) deployment.leaveOut("portal", "there is no API server");
    for (const [name, client] of confidentialClients(access)) {
      if (client.cluster === cluster) deployment.leaveOut(clientStack(name), "there is no API server");
    }
  }
}

async function keepRunning(
  started: Sandbox,
  [first]: readonly Answered[],
  { steps, signal }: Pick<TrialProps, "steps" | "signal">,
): Promise<void> {
  const file = await writePeopleKubeconfig(started);
  const context = first === undefined ? "" : `, such as --context ${first.person}@${first.cluster}`;
  steps.say(`kubectl --kubeconfig ${file} works as any of them${context}. Ctrl-C ends everything.`);
  await new Promise((resolve) => {
    signal.addEventListener("abort", resolve);
  });
}
