import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * None that a system gives by default to whoever asks for any: Linux begins at 32768, others at 49152. Kubernetes' node ports begin at
 * 30000. [doc] docs.kernel.org/networking/ip-sysctl.html, RFC 6335 section 6
 */
const any = () => randomInt(15_000, 30_000);

/**
 * A port on loopback for a program that listens on it later, perhaps seconds later: until this process ends, no other asks
 * for it here and gets it.
 *
 * @param pick what is tried
 */
export async function freePort(pick: () => number = any): Promise<number> {
  for (;;) {
    const port = pick();
    const claim = await claimed(port);
    if (claim === undefined) continue;
    if (await isUnused(port)) return port;
    claim.close();
  }
}

/** The same number of UDP, which nothing here serves, is what processes claim a port by; `undefined` if another has it. */
async function claimed(port: number) {
  const claim = createSocket("udp4").unref();
  claim.bind({ port, address: "127.0.0.1", exclusive: true });
  return (await isBound(once(claim, "listening"))) ? claim : undefined;
}

async function isUnused(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  if (!(await isBound(once(server, "listening")))) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

async function isBound(listening: Promise<unknown>): Promise<boolean> {
  try {
    await listening;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
    throw error;
  }
}
