import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { withParent } from "../with-parent";

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

/** A provider of Terraform that goes on running from one run to the next. */
export class RunningProvider {
  private constructor(
    private readonly process: ChildProcess,
    readonly reattach: Reattach,
  ) {}

  /**
   * Starts a provider, and waits until it serves.
   *
   * @param sockets folder for its socket
   * @throws if it ends before it serves
   */
  static start(binary: string, env: NodeJS.ProcessEnv, sockets: string): Promise<RunningProvider> {
    const [program, ...before] = withParent(binary, "SIGKILL");
    const child = spawn(program, before, {
      // It lives long: it tidies its memory, however Terraform is told to keep its own.
      env: { ...env, ...handshake, PLUGIN_UNIX_SOCKET_DIR: sockets, GOGC: "100" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    return new Promise((resolve, reject) => {
      child.once("error", reject).once("exit", () => {
        reject(new Error(`${binary} ended before it served`));
      });
      // [src] docs/internals.md in hashicorp/go-plugin: core|protocol|network|address|kind|certificate.
      createInterface({ input: child.stdout }).once("line", (line) => {
        const [, version = "", network = "", address = ""] = line.split("|");
        const Addr = { Network: network, String: address };
        const Pid = child.pid ?? 0;
        resolve(
          new RunningProvider(child, { Protocol: "grpc", ProtocolVersion: Number(version), Pid, Test: true, Addr }),
        );
      });
    });
  }

  get hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  stop(): void {
    this.process.kill("SIGKILL");
  }
}
