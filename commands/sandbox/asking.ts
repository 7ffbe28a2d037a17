import type { Question, Questions } from "../../sandbox/rbac/question";
import type { Sandbox } from "../../sandbox/sandbox";
import type { Answered } from "./answered";

/**
 * Asks the API servers. Only clusters that trust the login and have their bindings can be asked.
 *
 * @param skipped names of the stacks that were left out
 * @param tell hears how many of the questions are answered
 */
export async function askAll(
  started: Sandbox,
  { questions }: Questions,
  skipped: ReadonlyMap<string, string>,
  tell: (done: number, all: number) => void,
): Promise<Answered[]> {
  const answerable = ({ cluster }: Question) =>
    started.clusters.apiServers.has(cluster) && !skipped.has(`eks-${cluster}`) && !skipped.has(`rbac-${cluster}`);
  const asked = questions.filter(answerable);
  const answered: Answered[] = [];
  for (const question of asked) {
    tell(answered.length, asked.length);
    answered.push({ ...question, answer: await started.may(question.person, question.cluster, question.action) });
  }
  return answered;
}
