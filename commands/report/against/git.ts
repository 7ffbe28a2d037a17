import { execFile } from "node:child_process";
import { NoAnswer } from "../../../config/no-answer";
import { embeddedRepository } from "./embedded-repository";

/** How a run of git ended. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly stdout: Buffer;
  /** First line of what it said. */
  readonly said: string;
  /**
   * Why there is no answer of git itself.
   *
   * @default - git has answered
   */
  readonly failure?: "no git" | "too large";
}

/**
 * Runs git without a shell.
 *
 * @param folder where it runs, absolute
 * @param most bytes that are read
 * @throws NoAnswer if git would read a repository that is only files of another one
 */
export async function git(folder: string, args: readonly string[], most = 1024 * 1024): Promise<GitAnswer> {
  const embedded = process.env["GIT_DIR"] === undefined ? embeddedRepository(folder) : undefined;
  if (embedded !== undefined) {
    throw new NoAnswer(
      `${embedded} has files such as HEAD and objects, by which git would take it for a repository of its own, and run what its settings say. Find out who committed them, and delete them`,
    );
  }
  // What git says is read here, so it is in one language; and it must not wait for somebody to type a password.
  const env = { ...process.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
  return new Promise((resolve) => {
    execFile(
      "git",
      [...args],
      { cwd: folder, env, encoding: "buffer", maxBuffer: most, windowsHide: true },
      (error, stdout, stderr) => {
        const [said = ""] = stderr.toString("utf8").split("\n");
        const failure =
          error?.code === "ENOENT"
            ? ("no git" as const)
            : error?.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER"
              ? ("too large" as const)
              : undefined;
        resolve({ ok: error === null, stdout, said, ...(failure === undefined ? {} : { failure }) });
      },
    );
  });
}
