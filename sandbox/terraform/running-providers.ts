import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lockedVersions } from "./lock-file";
import { RunningProvider } from "./running-provider";

/** Providers of a folder, for one run of Terraform alone: each has one configuration at a time. */
export interface LentProviders {
  /** For the environment of that run. */
  readonly env: { readonly TF_REATTACH_PROVIDERS?: string };
  /** @param reusable whether the run came to its end */
  readonly giveBack: (reusable: boolean) => void;
}

/** So many of each that nobody uses are kept. */
const idleAtMost = 2;

/**
 * Keeps providers running between runs of Terraform, which would start each of them three times a run: a second of one core
 * for the 700 MB of aws.
 */
export class RunningProviders {
  private readonly all = new Set<RunningProvider>();
  private readonly idle = new Map<string, RunningProvider[]>();

  /** @param sockets folder for their sockets, made when it is needed; its path is short, since a socket's may have 100 letters */
  constructor(private readonly sockets: string) {}

  /** @param directory of a stack that is initialized */
  async lend(directory: string, env: NodeJS.ProcessEnv): Promise<LentProviders> {
    const lent = await Promise.all(
      lockedProviders(directory).map(async ({ address, binary }) => {
        const provider = this.idleOf(binary) ?? (await this.start(binary, env));
        return { address, binary, provider };
      }),
    );
    if (lent.length === 0) return { env: {}, giveBack: () => undefined };
    const reattach = Object.fromEntries(lent.map(({ address, provider }) => [address, provider.reattach]));
    return {
      env: { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) },
      giveBack: (reusable) => {
        for (const { binary, provider } of lent) this.take(binary, provider, reusable);
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((provider) => provider.stop()));
  }

  private idleOf(binary: string): RunningProvider | undefined {
    const waiting = this.idle.get(binary) ?? [];
    for (let provider = waiting.pop(); provider !== undefined; provider = waiting.pop()) {
      if (!provider.hasEnded) return provider;
    }
    return undefined;
  }

  private async start(binary: string, env: NodeJS.ProcessEnv): Promise<RunningProvider> {
    mkdirSync(this.sockets, { recursive: true, mode: 0o700 });
    const provider = await RunningProvider.start(binary, env, this.sockets);
    this.all.add(provider);
    return provider;
  }

  private take(binary: string, provider: RunningProvider, reusable: boolean): void {
    const idle = this.idle.get(binary) ?? [];
    this.idle.set(binary, idle);
    if (reusable && idle.length < idleAtMost) {
      idle.push(provider);
      return;
    }
    void provider.stop();
    this.all.delete(provider);
  }
}

/** The binaries that `terraform init` has chosen for a folder. */
function lockedProviders(directory: string): { readonly address: string; readonly binary: string }[] {
  return [...lockedVersions(directory)].map(([address, version]) => {
    const folder = join(directory, ".terraform", "providers", address, version);
    const [platform = ""] = readdirSync(folder);
    const name = readdirSync(join(folder, platform)).find((file) => file.startsWith("terraform-provider-"));
    if (name === undefined) throw new Error(`${folder} has no provider`);
    return { address, binary: join(folder, platform, name) };
  });
}
