import { runnerCommand, shown } from "../../config/text/shown";

/** Prints on stderr what a person reads while something is done, or why it is not. */
export function say(sentences: string): void {
  process.stderr.write(inLines(sentences));
}

/** How many characters a line of the terminal has; `undefined` where stderr is none. */
export function terminalWidth(): number | undefined {
  return process.stderr.isTTY ? process.stderr.columns : undefined;
}

/** Writes over the last line on stderr, which stays open: for a terminal alone. An empty one takes it away. */
export function sayOver(line: string): void {
  process.stderr.write(`\r\x1b[K${shown(line)}`);
}

/** Prints a value as JSON on one line of stderr. */
export function sayJson(value: unknown): void {
  process.stderr.write(`${jsonText(value)}\n`);
}

/** Both ends of the terminal that a person is asked on; `undefined` where nobody would see the question, or answer. */
export function terminalToAskOn():
  { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream } | undefined {
  return process.stdin.isTTY && process.stderr.isTTY ? { input: process.stdin, output: process.stderr } : undefined;
}

/** Prints the answer of a command on stdout. */
export function print(lines: string): void {
  process.stdout.write(inLines(lines));
}

/** Prints a value as JSON on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${jsonText(value, 2)}\n`);
}

/** Tells when stdout or stderr cannot be written to. */
export function whenUnwritable(tell: (error: NodeJS.ErrnoException, isStdout: boolean) => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      tell(error, stream === process.stdout);
    });
  }
}

const inLines = (text: string) => `${text.replace(/\n$/, "").split("\n").map(shown).join("\n")}\n`;

/** A value as JSON in which whatever a terminal would obey is escaped, so that the value stays the same. */
export const jsonText = (value: unknown, indent?: number) =>
  JSON.stringify(value, null, indent)
    .replace(/[^\n -~]/gu, (sign) => (shown(sign) === sign ? sign : sign.replace(/[^]/g, numbered)))
    .replace(runnerCommand, numbered);

const numbered = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
