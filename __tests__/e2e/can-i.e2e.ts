import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { questionOf } from "../../commands/rbac/question";
import { answerFor } from "../../model/rbac/answer";
import { ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import { findBinaries } from "../../sandbox/clusters/kubernetes/binaries";
import { accessOf, withTenant } from "../access-text";
import { discoveredTypes, questionsFor, type SeededQuestion } from "./can-i-questions";
import { startCanIWorld, type CanIWorld } from "./can-i-world";
import { missingPrograms } from "./kubectl";
import { realTest } from "./world";

/** Another one asks other questions. */
const seed = Number(process.env["CAN_I_SEED"] ?? 1);
const count = 1500;

const access = accessOf(
  withTenant(`
login: { username: { claim: upn } }
groups:
  admins: { members: [ada@contoso.com] }
  leads: { members: [bob@contoso.com], groups: [deputies] }
  deputies: { members: [carol@contoso.com] }
  developers: { members: [dan@contoso.com], groups: [leads] }
  auditors: { members: [erin@contoso.com] }
  operators: { members: [frank@contoso.com, erin@contoso.com] }
  scrapers: { members: [grace@contoso.com, dan@contoso.com] }
  nobody: { members: [oscar@contoso.com] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: admins, clusterRole: cluster-admin }
      - { group: developers, clusterRole: edit, namespaces: [team-a, team-b] }
      - { group: leads, clusterRole: admin, namespaces: [team-a] }
      - { group: deputies, role: one.thing, namespaces: [team-b] }
      - { group: auditors, clusterRole: view }
      - { group: auditors, clusterRole: "system:monitoring" }
      - { group: operators, clusterRole: operator }
      - { group: operators, clusterRole: everything-here, namespaces: [team-a] }
      - { group: scrapers, clusterRole: scraper }
allow: [wildcards, workloads, read-secrets, exec]
roles:
  one.thing: { rules: [{ apiGroups: [""], resources: [secrets, pods], resourceNames: [db, web], verbs: [get, list, delete] }] }
  everything-here: { rules: [{ apiGroups: [""], resources: ["*"], verbs: [get, list] }] }
  operator:
    rules:
      - { apiGroups: [apps, batch], resources: ["*"], verbs: [get, list, patch] }
      - { apiGroups: ["", apps], resources: ["*/scale", "*/status"], verbs: [get, patch] }
      - { apiGroups: [""], resources: [namespaces, nodes], verbs: [get, list] }
      - { apiGroups: [example.com], resources: [widgets], verbs: [get, list] }
  scraper:
    rules:
      - { nonResourceURLs: [/metrics, /logs/*], verbs: [get] }
      - { apiGroups: [""], resources: [namespaces], resourceNames: [team-a], verbs: [get, list, watch] }
`),
);
const people = [...new Set(Object.values(access.groups).flatMap(({ members }) => members))];

const binaries = findBinaries(process.env);
const missing = "missing" in binaries ? [binaries.missing] : [];
const real = realTest(missing);
const realKubectl = realTest([...missing, ...missingPrograms("kubectl")]);

let world: CanIWorld;
let questions: readonly SeededQuestion[] = [];
const answers = new Map<SeededQuestion, "yes" | "no">();
beforeAll(async () => {
  if ("missing" in binaries) return;
  world = await startCanIWorld(access, binaries);
  // Those with the most are asked about twice: else nearly every answer is no.
  questions = questionsFor(
    [...people, "ada@contoso.com", "bob@contoso.com"],
    await discoveredTypes(world.administrator),
    { seed, count },
  );
});
afterAll(() => (missing.length === 0 ? world.stop() : undefined));

const modelSays = ({ person, words, options }: SeededQuestion) =>
  answerFor({ access, cluster: "prod", action: questionOf(words, options).action }, person).verdict;

const review = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
const inWords = ({ person, words, options }: SeededQuestion) =>
  `${person}: ${words.join(" ")} ${JSON.stringify(options)}`;

real("can-i answers what the API server answers to the person's token, on 1,500 seeded questions", async () => {
  const clients = new Map(
    people.map((one) => [one, new ApiClient(world.url, world.authority, { token: world.tokenOf(one) })]),
  );
  const wrong: string[] = [];
  for (const question of questions) {
    const { status } = (await clients.get(question.person)!.json("POST", review, {
      apiVersion: "authorization.k8s.io/v1",
      kind: "SelfSubjectAccessReview",
      spec: question.spec,
    })) as { status: { allowed: boolean } };
    const answer = status.allowed ? "yes" : "no";
    answers.set(question, answer);
    const told = modelSays(question);
    if (told !== answer) wrong.push(`${inWords(question)}: can-i ${told}, API server ${answer}`);
  }
  expect(wrong).toEqual([]);
});

real("yes and no are both more than a quarter of the answers", () => {
  const yes = [...answers.values()].filter((answer) => answer === "yes").length;
  process.stdout.write(`${String(answers.size)} questions with seed ${String(seed)}: ${String(yes)} yes\n`);
  expect(answers.size).toBe(count);
  expect(yes).toBeGreaterThan(count / 4);
  expect(yes).toBeLessThan((3 * count) / 4);
  return Promise.resolve();
});

realKubectl("kubectl auth can-i itself answers the same, where it asks what a request would ask", async () => {
  const folder = mkdtempSync(join(tmpdir(), "can-i-kubectl-"));
  const asked = questions.filter(({ asKubectl }) => asKubectl).slice(0, 100);
  const wrong: string[] = [];
  for (const question of asked) {
    const answer = await kubectlSays(folder, question);
    if (answer !== modelSays(question)) wrong.push(`${inWords(question)}: kubectl ${answer}`);
  }
  rmSync(folder, { recursive: true });
  expect(asked).toHaveLength(100);
  expect(wrong).toEqual([]);
});

/** The token stands in a file of its own: others can read the arguments of a process. */
async function kubectlSays(folder: string, { person, words, options }: SeededQuestion): Promise<string> {
  const file = join(folder, person);
  const cluster = { server: world.url, "certificate-authority-data": Buffer.from(world.authority).toString("base64") };
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "prod",
    clusters: [{ name: "prod", cluster }],
    users: [{ name: "prod", user: { token: world.tokenOf(person) } }],
    contexts: [{ name: "prod", context: { cluster: "prod", user: "prod" } }],
  };
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  const { namespace, allNamespaces, subresource } = options;
  const flags = [
    ...(namespace === undefined ? [] : ["-n", namespace]),
    ...(allNamespaces === true ? ["-A"] : []),
    ...(subresource === undefined ? [] : [`--subresource=${subresource}`]),
  ];
  const env = { ...process.env, KUBECONFIG: file, KUBECACHEDIR: join(folder, "cache"), HOME: folder };
  const child = spawn("kubectl", ["auth", "can-i", ...words, ...flags], { env, stdio: ["ignore", "pipe", "ignore"] });
  return (await text(child.stdout)).trim().split(" ")[0] ?? "";
}
