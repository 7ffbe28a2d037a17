import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { freePort } from "../../../sandbox/machine/free-port";
import { listenOnLoopback } from "../../../sandbox/machine/loopback";

/** Tries these ports, one after the other. */
const among = (ports: readonly number[]) => {
  const left = [...ports];
  return () => {
    const [port] = left.splice(0, 1);
    if (port === undefined) throw new Error("none of these ports is free");
    return port;
  };
};

test("a port that was given is given to nobody else, in this process or another, though nobody listens on it yet", async () => {
  const [given, other] = [await freePort(), await freePort()];
  await expect(freePort(among([given, other]))).rejects.toThrow("none of these");
  const script = `
    const ports = [${String(given)}, ${String(other)}];
    require("tsx/cjs");
    require("./sandbox/machine/free-port.ts").freePort(() => ports.shift() ?? process.exit(3)).then(() => process.exit(0));`;
  const root = join(__dirname, "..", "..", "..");
  expect(spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" })).toMatchObject({ status: 3 });
});

test("a port on which somebody listens is not given", async () => {
  const port = await freePort();
  const listening = await listenOnLoopback(createServer(), 0);
  await expect(freePort(among([listening.port]))).rejects.toThrow("none of these");
  await listening.close();
  await expect(freePort(among([port]))).rejects.toThrow("none of these");
  expect(await freePort(among([listening.port]))).toBe(listening.port);
});

test("no port is one that a system gives by default to whoever asks for any", async () => {
  for (let times = 0; times < 50; times++) expect(await freePort()).toBeLessThan(30_000);
});
