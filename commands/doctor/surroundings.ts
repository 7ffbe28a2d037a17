import { homedir } from "node:os";
import { entraToken } from "./entra-token";

/** Microsoft Graph, and who asks it. */
export interface Graph {
  /** Without a version. */
  readonly url: string;
  /** An access token for Microsoft Graph; throws without credentials. */
  readonly token: (tenant: string, signal: AbortSignal) => Promise<string>;
}

/** The machine that is examined, and the time. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** Folder of whoever asks. */
  readonly home: string;
  /** Such as `20.9.0`. */
  readonly nodeVersion: string;
  readonly graph: Graph;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends what takes too long; asked once for each probe. */
  readonly limit: () => AbortSignal;
}

/** The most that one probe takes. */
const mostMs = 15_000;

export function thisMachine(): Surroundings {
  return {
    env: process.env,
    home: homedir(),
    nodeVersion: process.versions.node,
    graph: {
      url: "https://graph.microsoft.com",
      token: (tenant, signal) => entraToken(tenant, process.env, signal),
    },
    now: Date.now,
    limit: () => AbortSignal.timeout(mostMs),
  };
}
