import { shown } from "../config/shown";

/** Prints on stderr what a person reads while something is done, or why it is not. */
export function say(sentences: string): void {
  process.stderr.write(inLines(sentences));
}

/** Prints the answer of a command on stdout. */
export function print(lines: string): void {
  process.stdout.write(inLines(lines));
}

/** Prints a value as JSON on stdout. What a terminal would obey is escaped as JSON has it, so the value stays the same. */
export function printJson(value: unknown): void {
  const escaped = JSON.stringify(value, null, 2)
    .replace(/[^\n -~]/gu, (sign) => (shown(sign) === sign ? sign : sign.replace(/[^]/g, numbered)))
    .replace(/#(?=#(vso)?\[)/g, numbered);
  process.stdout.write(`${escaped}\n`);
}

const inLines = (text: string) => `${text.replace(/\n$/, "").split("\n").map(shown).join("\n")}\n`;

const numbered = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
