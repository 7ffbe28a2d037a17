import { execFileSync } from "node:child_process";

const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@contoso.com", "-c", "commit.gpgsign=false"];

/** Runs git in a folder, as somebody whom every machine has; what it printed. */
export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", [...identity, ...args], { cwd, encoding: "utf8", stdio: "pipe" });
