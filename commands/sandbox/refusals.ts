import type { Answered } from "./answered";

/** A reason, with everybody whom it met, and where. */
interface Refusal {
  readonly reason: string;
  readonly people: Set<string>;
  readonly clusters: Set<string>;
}

/** Why people were refused: each reason once, with the people and the clusters. */
export function refusals(answers: readonly Answered[]): string[] {
  const found = new Map<string, Refusal>();
  const where = refusedOn(answers);
  for (const { person, cluster, answer } of answers) {
    if (typeof answer === "string") continue;
    // Entra names the person in its sentence.
    const [sentence, name] = [answer.refused.toLowerCase(), person.toLowerCase()];
    const alike = JSON.stringify([sentence.replaceAll(name, ""), where.get(person)]);
    const refusal = found.get(alike) ?? { reason: answer.refused, people: new Set(), clusters: new Set() };
    found.set(alike, refusal);
    refusal.people.add(person);
    refusal.clusters.add(cluster);
  }
  return [...found.values()].map(
    ({ reason, people, clusters }) => `${[...people].join(", ")} on ${[...clusters].join(", ")}: ${reason}`,
  );
}

/** Where each person was refused: people of whom this differs do not share a line. */
function refusedOn(answers: readonly Answered[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { person, cluster, answer } of answers) {
    if (typeof answer === "string") continue;
    const clusters = found.get(person) ?? [];
    found.set(person, clusters);
    if (!clusters.includes(cluster)) clusters.push(cluster);
  }
  return new Map([...found].map(([person, clusters]) => [person, clusters.toSorted()]));
}
