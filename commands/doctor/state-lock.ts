import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { LocalPlace } from "../../model/states/state-place";
import { about, type Finding } from "./finding";

/** What Terraform's local backend writes beside a state that it has locked. */
const Lock = z.object({ Operation: z.string(), Who: z.string(), Created: z.string() });

/** The file of a killed run stays, although its lock is gone with it: nobody can tell which of both it is. */
export function stateLock(stack: string, { path }: LocalPlace): Finding[] {
  const file = join(dirname(path), `.${basename(path)}.lock.info`);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  return [
    about("stack-states").warning(
      "state-locked",
      `The stack "${stack}" is locked${inWords(text)}, or was when that run was killed`,
      `Wait until it has ended. If it runs no longer, deploy again: Terraform takes the lock anew and removes ${file}`,
    ),
  ];
}

function inWords(text: string): string {
  try {
    const { Operation, Who, Created } = Lock.parse(JSON.parse(text));
    return ` since ${Created} by ${Who} (${Operation.replace("OperationType", "").toLowerCase()})`;
  } catch {
    return "";
  }
}
