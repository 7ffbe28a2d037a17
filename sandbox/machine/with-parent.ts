import { existsSync } from "node:fs";

/** Of util-linux: lets the kernel end a process when its parent dies, however that dies. */
const setpriv = "/usr/bin/setpriv";

/**
 * The words of a command that ends with this process, where the system can see to that.
 *
 * @param signal what it gets when this process is gone
 */
export function withParent(binary: string, signal: "SIGKILL" | "SIGTERM"): [program: string, ...before: string[]] {
  return existsSync(setpriv) ? [setpriv, "--pdeathsig", signal, binary] : [binary];
}
