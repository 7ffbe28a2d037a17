import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DeployedStacks } from "../../../commands/doctor/deployed";
import type { Finding } from "../../../commands/doctor/finding";
import type { Surroundings } from "../../../commands/doctor/surroundings";
import { deployed } from "../deployed";

/** A folder for one test, with these files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-doctor-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder of programs that print what is given, for a PATH. */
export function programs(printed: Readonly<Record<string, string>>): string {
  const scripts = Object.entries(printed).map(([name, text]) => [name, `#!/bin/sh\necho '${text}'\n`]);
  const folder = folderWith(Object.fromEntries(scripts) as Record<string, string>);
  for (const name of Object.keys(printed)) chmodSync(join(folder, name), 0o755);
  return folder;
}

/** A machine with nothing on it, of somebody who has no credentials. */
export function machine(over: Partial<Surroundings> = {}): Surroundings {
  return {
    env: { PATH: folderWith({}) },
    home: folderWith({}),
    nodeVersion: "22.1.0",
    graph: { url: "https://localhost:1", token: () => Promise.reject(new Error("Please run az login")) },
    now: Date.now,
    limit: () => AbortSignal.timeout(20_000),
    ...over,
  };
}

/** What the states of one cluster say. */
export function deployedCluster(
  endpoint = "https://prod.example",
  authority = deployed.authority("prod"),
  proxyUrl?: string,
): DeployedStacks {
  return {
    login: { outputs: { client_id: deployed.clientId, issuer_url: deployed.issuer } },
    people: { outputs: { group_object_ids: {} } },
    clusters: new Map([
      [
        "prod",
        { outputs: { endpoint, certificateAuthority: authority, ...(proxyUrl === undefined ? {} : { proxyUrl }) } },
      ],
    ]),
  };
}

/** `broken endpoint-unreachable`, one for each finding. */
export const inShort = (findings: readonly Finding[]) => findings.map(({ severity, id }) => `${severity} ${id}`);
