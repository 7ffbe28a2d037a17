import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { accessFile, accessFiles, type Size } from "./access-file";
import { measure, type Program } from "./measure";
import { median } from "./median";
import { withMistakes } from "./mistakes";

/** Seconds, each the median of several runs. */
export interface AccessFileChecks {
  /** Reading and validating, without the start of node. */
  readonly parse: number;
  /** `entra-eks check`, from the start of node to its end. */
  readonly check: number;
  /** The same with 500 mistakes in the file. */
  readonly checkMistakes: number;
  /** The same file without mistakes, dealt out among 20 that it includes. */
  readonly checkIncluded: number;
}

const mistakes = 500;
const teams = 20;

function written(file: string, text: string): string {
  writeFileSync(file, text);
  return file;
}

/**
 * @param file where to write the access file
 * @throws Error if a run fails, or does not tell every mistake in the order of the file
 */
export async function checkAccessFile(size: Size, file: string, rounds: number): Promise<AccessFileChecks> {
  const text = accessFile(size);
  writeFileSync(file, text);
  const parse = await runs({ args: ["--import", "tsx", "bench/parse-access-file.ts", file] }, rounds);
  const check = await runs({ args: ["bin/entra-eks.js", "check", "--file", file] }, rounds);
  const mistaken = withMistakes(text, mistakes);
  writeFileSync(file, mistaken.text);
  const wrong = await runs({ args: ["bin/entra-eks.js", "check", "--json", "--file", file], status: 1 }, rounds);
  const told = JSON.parse(wrong[0]?.stdout ?? "") as { mistakes: { position: { line: number } }[] };
  if (JSON.stringify(told.mistakes.map(({ position }) => position.line)) !== JSON.stringify(mistaken.lines)) {
    throw new Error(`${String(mistakes)} mistakes were to be told in order, got ${String(told.mistakes.length)}`);
  }
  const folder = join(dirname(file), "teams");
  mkdirSync(folder, { recursive: true });
  for (const [name, part] of Object.entries(accessFiles(size, teams))) writeFileSync(join(folder, name), part);
  const dealt = await runs(
    { args: ["bin/entra-eks.js", "check", "--json", "--file", join(folder, "access.yaml")] },
    rounds,
  );
  const whole = await runs({ args: ["bin/entra-eks.js", "check", "--json", "--file", written(file, text)] }, 1);
  const [ofParts, ofWhole] = [dealt[0], whole[0]].map(
    (run) => (JSON.parse(run?.stdout ?? "") as { plan: object }).plan,
  );
  if (JSON.stringify(ofParts) !== JSON.stringify(ofWhole)) {
    throw new Error("the files that are included were to make what the one file makes");
  }
  return {
    parse: median(parse.map(({ stdout }) => Number(stdout))),
    check: median(check.map(({ seconds }) => seconds)),
    checkMistakes: median(wrong.map(({ seconds }) => seconds)),
    checkIncluded: median(dealt.map(({ seconds }) => seconds)),
  };
}

async function runs(program: Program, rounds: number) {
  const measured = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measure(program));
  return measured;
}
