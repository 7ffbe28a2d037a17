import { writeFileSync } from "node:fs";
import { accessFile, type Size } from "./access-file";
import { measure } from "./measure";
import { median } from "./median";

/** What a command costs. */
export interface AnswerCost {
  /** As it is typed, without the file. */
  readonly command: string;
  /** Seconds from the start of node to its end, the median of several runs. */
  readonly seconds: number;
  /** The same as processor time. */
  readonly cpuSeconds: number;
}

const question = ["get", "secrets", "-n", "namespace-1"];

/** `check` first: it reads the file and does little more. */
const commands: readonly (readonly string[])[] = [
  ["check"],
  ["explain", "--person", "person-1-1@contoso.com", "--cluster", "cluster-1"],
  ["can-i", "--as", "person-1-1@contoso.com", "--cluster", "cluster-1", ...question],
  ["who-can", "--cluster", "cluster-1", ...question],
  ["report", "--person", "person-1-1@contoso.com"],
  ["report"],
  ["report", "--format", "csv"],
  ["report", "--no-clouds", "--against"],
];

/**
 * Runs each command on an access file of this size, all of them in turn.
 *
 * @param file where to write the access file
 */
export async function measureAnswers(size: Size, file: string, rounds: number): Promise<AnswerCost[]> {
  const text = accessFile(size);
  const earlier = `${file}.earlier.yaml`;
  writeFileSync(file, text);
  // One person joins a group, and one grant is another.
  writeFileSync(
    earlier,
    text.replace("      - person-1-1@contoso.com\n", "").replace("clusterRole: view", "clusterRole: edit"),
  );
  const runs = commands.map((): { seconds: number; cpuSeconds: number }[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, words] of commands.entries()) {
      const against = words.includes("--against") ? [earlier] : [];
      runs[index]?.push(await measure({ args: ["bin/entra-eks.js", ...words, ...against, "--file", file] }));
    }
  }
  return commands.map((words, index) => ({
    command: words.join(" "),
    seconds: median((runs[index] ?? []).map(({ seconds }) => seconds)),
    cpuSeconds: median((runs[index] ?? []).map(({ cpuSeconds }) => cpuSeconds)),
  }));
}
