import { say, whenUnwritable } from "./print";

/** Shows where a fault of this program is, for its makers. */
const wantsTrace = () => process.env["ENTRA_EKS_TRACE"] === "1";

/**
 * Runs a program to its end. Whatever is thrown is one sentence on stderr and exit status 2: 1 would mean that the answer is
 * no. Output that nobody takes, or no disk has room for, is no answer either.
 */
export function runToEnd(run: () => unknown): void {
  let isHungUp = false;
  whenUnwritable((error, isStdout) => {
    // What must not be left in the middle ends as when a terminal is closed, which is told once.
    if (isHungUp || process.listenerCount("SIGHUP") > 0) {
      if (!isHungUp) process.emit("SIGHUP", "SIGHUP");
      isHungUp = true;
      return;
    }
    // A reader such as head has gone and has what it wanted: nobody is left to tell.
    if (error.code !== "EPIPE" && isStdout) say(`The output cannot be written: ${error.message}`);
    process.exit(2);
  });
  // A rejection that nobody handles comes here too.
  process.on("uncaughtException", fail);
  try {
    Promise.resolve(run()).catch(fail);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  say(sentenceOf(error));
  if (wantsTrace() && error instanceof Error) say(error.stack ?? "");
  process.exit(2);
}

/** What the system refuses is told as it says it; everything else should not have happened. */
function sentenceOf(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
  if (error instanceof Error && "syscall" in error) return `entra-eks cannot go on: ${message}`;
  return `This is a fault of entra-eks, not yours: ${message}. ENTRA_EKS_TRACE=1 shows where. Please report it`;
}
