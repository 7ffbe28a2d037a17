import { parseAccess } from "../../config/load";
import { InvalidAccessFile } from "../../config/mistake";
import { NoAnswer } from "../../config/no-answer";
import { Region } from "../../config/schema/clusters/region";
import type { Surroundings } from "../doctor/surroundings";
import { accessText } from "./access-text";
import {
  clusterOf,
  least,
  listed,
  rightsOf,
  type Answers,
  type NewCluster,
  type NewGrant,
  type NewGroup,
} from "./answers";
import { azureTenant } from "./azure-tenant";
import { listedClusters } from "./listed-clusters";
import type { Questioner } from "./questioner";
import { Refused } from "./refused";
import { findTenant } from "./tenant";

/** Asks for what the options have not said; a wrong answer is told, and asked for again. */
export async function askedAnswers(
  given: Partial<Answers>,
  questions: Questioner,
  machine: Surroundings,
): Promise<Answers> {
  const tenant =
    given.tenant === undefined ? await askTenant(questions, machine) : await findTenant(given.tenant, machine);
  // What an option says no answer can correct.
  const said = { tenant, groups: given.groups ?? [], clusters: given.clusters ?? [], grants: [] };
  parseAccess(accessText(said), "access.yaml");
  const groups = given.groups ?? (await askGroups(tenant, questions));
  const clusters = given.clusters ?? (await askClusters({ tenant, groups }, questions, machine));
  const grants = given.grants ?? (await askGrants({ tenant, groups, clusters }, questions));
  return { tenant, groups, clusters, grants };
}

async function askTenant(questions: Questioner, machine: Surroundings): Promise<string> {
  const known = await azureTenant(machine);
  const offered = known === undefined ? "" : ` [${known}, where az is signed in]`;
  return untilRight(questions, async () => {
    const answer = await questions.ask(`Tenant, its ID or a domain such as contoso.com${offered}:`);
    return findTenant(answer === "" && known !== undefined ? known : answer, machine);
  });
}

async function askGroups(tenant: string, questions: Questioner): Promise<NewGroup[]> {
  const groups: NewGroup[] = [];
  for (;;) {
    const group = await untilRight(questions, async () => {
      const key = await questions.ask(`A group of people, such as developers (${endsHere}):`);
      if (key === "") return undefined;
      const people = await questions.ask(`Who is in ${key}? User principal names, with commas between:`);
      const asked = { key, members: listed(people) };
      parseAccess(accessText({ tenant, groups: [...groups, asked], clusters: [], grants: [] }), "access.yaml");
      return asked;
    });
    if (group === undefined) return groups;
    groups.push(group);
  }
}

async function askClusters(
  answers: Pick<Answers, "tenant" | "groups">,
  questions: Questioner,
  machine: Surroundings,
): Promise<NewCluster[]> {
  const wanted = await askRegion(questions, machine);
  const found = wanted === "" ? [] : await listedClusters(wanted, machine.limit());
  if ("reason" in found) questions.tell(`AWS does not say which clusters there are: ${found.reason}`);
  else if (found.length > 0) return chooseClusters(found, questions);
  const clusters: NewCluster[] = [];
  for (;;) {
    const cluster = await untilRight(questions, async () => {
      const answer = await questions.ask(`An EKS cluster, as prod-eks@eu-central-1 (${endsHere}):`);
      if (answer === "") return undefined;
      const asked = clusterOf(answer);
      parseAccess(accessText({ ...answers, clusters: [...clusters, asked], grants: [] }), "access.yaml");
      return asked;
    });
    if (cluster === undefined) return clusters;
    clusters.push(cluster);
  }
}

const isRegion = (text: string) => Region.safeParse(text).success;

/** @returns an empty text if there is none to look in */
function askRegion(questions: Questioner, machine: Surroundings): Promise<string> {
  const { AWS_REGION: known = machine.env["AWS_DEFAULT_REGION"] ?? "" } = machine.env;
  const region = isRegion(known) ? known : "";
  const offered = region === "" ? "" : ` [${region}]`;
  return untilRight(questions, async () => {
    const wanted = (await questions.ask(`AWS region of your clusters, to look for them${offered}:`)) || region;
    if (wanted === "" || isRegion(wanted)) return wanted;
    throw new Refused(`The region must be one of AWS such as eu-central-1, got ${JSON.stringify(wanted)}`);
  });
}

function chooseClusters(found: readonly NewCluster[], questions: Questioner): Promise<NewCluster[]> {
  questions.tell(found.map(({ name, region }, index) => `${String(index + 1)}  ${name} in ${region}`).join("\n"));
  return untilRight(questions, async () =>
    listed(await questions.ask("Which of them? Names or numbers, with commas between (Enter: none):")).map((word) => {
      const cluster = found.find(({ name }, index) => name === word || String(index + 1) === word);
      if (cluster === undefined) throw new Refused(`${word} is none of these clusters`);
      return cluster;
    }),
  );
}

async function askGrants(answers: Omit<Answers, "grants">, questions: Questioner): Promise<NewGrant[]> {
  const grants: NewGrant[] = [];
  if (answers.clusters.length === 0) return grants;
  for (const { key } of answers.groups) {
    const asked = await untilRight(questions, async () => {
      const answer = await questions.ask(
        `What may ${key} do on each cluster? A ClusterRole and namespaces, as edit@team-a, or none [${least}]:`,
      );
      const rights = rightsOf(key, answer === "" ? least : answer);
      parseAccess(accessText({ ...answers, grants: [...grants, ...rights] }), "access.yaml");
      return rights;
    });
    grants.push(...asked);
  }
  return grants;
}

const endsHere = "Enter: no more";

async function untilRight<T>(questions: Questioner, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof InvalidAccessFile)
        questions.tell(error.mistakes.map(({ path, sentence }) => `${path} ${sentence}`).join("\n"));
      else if (error instanceof Refused) questions.tell(error.message);
      else if (error instanceof NoAnswer && error.message.startsWith("The tenant of ")) questions.tell(error.message);
      else throw error;
    }
  }
}
