import { writeFileSync } from "node:fs";
import { accessFile, type Size } from "./access-file";
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
}

const mistakes = 500;

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
  return {
    parse: median(parse.map(({ stdout }) => Number(stdout))),
    check: median(check.map(({ seconds }) => seconds)),
    checkMistakes: median(wrong.map(({ seconds }) => seconds)),
  };
}

async function runs(program: Program, rounds: number) {
  const measured = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measure(program));
  return measured;
}
