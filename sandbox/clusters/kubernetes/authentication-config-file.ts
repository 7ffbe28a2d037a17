import { createHash } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import type { AuthenticationConfiguration } from "../eks/authentication-configuration";

const metric = "apiserver_authentication_config_controller_last_config_info{";

/** The file that kube-apiserver watches for its issuers. */
export class AuthenticationConfigFile {
  constructor(readonly path: string) {}

  /**
   * Replaces the file at once: the API server must never read half of it.
   *
   * @returns the hash that the API server's metric names once it runs with it
   */
  write(configuration: AuthenticationConfiguration): string {
    const text = `${JSON.stringify(configuration, null, 2)}\n`;
    writeFileSync(`${this.path}.new`, text, { mode: 0o600 });
    renameSync(`${this.path}.new`, this.path);
    return createHash("sha256").update(text).digest("hex");
  }
}

/** Whether the metrics of an API server say that it runs with the configuration of that hash. */
export function runsWith(metrics: string, hash: string): boolean {
  // [src] k8s.io/apiserver/pkg/server/options/authenticationconfig/metrics.
  return metrics.split("\n").some((line) => line.startsWith(metric) && line.includes(`hash="sha256:${hash}"`));
}
