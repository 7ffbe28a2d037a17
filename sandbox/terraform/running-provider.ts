import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Child } from "../machine/child";

/**
 * How Terraform is told of a provider that runs already.
 * [src] ReattachConfig in hashicorp/go-plugin; internal/getproviders/reattach in hashicorp/terraform.
 */
export interface Reattach {
  readonly Protocol: "grpc";
  readonly ProtocolVersion: number;
  readonly Pid: number;
  /** Terraform neither ends it nor asks its checksum. */
  readonly Test: true;
  readonly Addr: { readonly Network: string; readonly String: string };
}

/** What a provider wants to see before it serves. [src] Handshake in hashicorp/terraform-plugin-go, tf5server and tf6server. */
const handshake = {
  TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
  PLUGIN_PROTOCOL_VERSIONS: "5,6",
};

/** [src] docs/internals.md in hashicorp/go-plugin: core|protocol|network|address|kind|certificate. */
const served = /^\d+\|(\d+)\|(\w+)\|([^|]+)\|grpc\|/m;

/** A provider of Terraform that goes on running from one run to the next. */
export class RunningProvider {
  private constructor(
    private readonly child: Child,
    readonly reattach: Reattach,
  ) {}

  /**
   * Starts a provider, and waits until it serves.
   *
   * @param folder for its socket and its log; its path is short, since a socket's may have 100 letters
   * @throws NotServing if it ends before it serves
   */
  static async start(binary: string, env: NodeJS.ProcessEnv, folder: string): Promise<RunningProvider> {
    const log = join(folder, `${randomUUID()}.log`);
    // It lives long: it tidies its memory, however Terraform is told to keep its own.
    const given = { ...env, ...handshake, PLUGIN_UNIX_SOCKET_DIR: folder, GOGC: "100" };
    const child = new Child({ binary, args: [], log, env: given });
    const said = () => served.exec(readFileSync(log, "utf8"));
    await child.untilReady(() => Promise.resolve(said() !== null));
    const [, version = "", network = "", address = ""] = said() ?? [];
    return new RunningProvider(child, {
      Protocol: "grpc",
      ProtocolVersion: Number(version),
      Pid: child.pid ?? 0,
      Test: true,
      Addr: { Network: network, String: address },
    });
  }

  get hasEnded(): boolean {
    return this.child.hasEnded;
  }

  stop(): Promise<void> {
    return this.child.stop();
  }
}
