import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Child } from "../../machine/child";
import { freePort } from "../../machine/free-port";

export interface EtcdProps {
  readonly binary: string;
  /** Everything is written below it. */
  readonly folder: string;
}

/** An etcd for any number of API servers. */
export interface Etcd {
  readonly url: string;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** Starts etcd on loopback, without certificates. */
export async function startEtcd({ binary, folder }: EtcdProps): Promise<Etcd> {
  const home = join(folder, "etcd");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const url = `http://127.0.0.1:${await freePort()}`;
  const peers = `http://127.0.0.1:${await freePort()}`;
  const child = new Child({
    binary,
    log: join(home, "log"),
    args: [
      "--name=sandbox",
      `--data-dir=${join(home, "data")}`,
      "--log-level=error",
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peers}`,
      `--initial-advertise-peer-urls=${peers}`,
      `--initial-cluster=sandbox=${peers}`,
    ],
  });
  await child.untilReady(async () => (await fetch(`${url}/health`)).ok);
  return { url, pid: child.pid, stop: () => child.stop() };
}
