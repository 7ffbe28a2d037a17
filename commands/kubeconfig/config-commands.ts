import type { Kubeconfig } from "../../model/clusters/kubeconfig";
import { shellWord } from "../terminal/shell-word";

/**
 * What a person types who wants kubectl alone to write the kubeconfig; a POSIX shell reads each line. An `installHint` is
 * the one thing that kubectl cannot set. `--exec-interactive-mode` needs kubectl 1.30.
 */
export function configCommands(config: Kubeconfig): string[] {
  const current = config["current-context"];
  return [
    ...config.clusters.flatMap(({ name, cluster }) => [
      command("set-cluster", name, `--server=${cluster.server}`, ...serverNameOf(cluster), ...proxyOf(cluster)),
      ...authorityOf(cluster).map((data) => command("set", `clusters.${name}.certificate-authority-data`, data)),
    ]),
    ...config.users.map(({ name, user: { exec } }) =>
      command(
        "set-credentials",
        name,
        `--exec-api-version=${exec.apiVersion}`,
        `--exec-command=${exec.command}`,
        `--exec-interactive-mode=${exec.interactiveMode}`,
        ...exec.args.map((arg) => `--exec-arg=${inList(arg)}`),
      ),
    ),
    ...config.contexts.map(({ name, context }) =>
      command("set-context", name, `--cluster=${context.cluster}`, `--user=${context.user}`),
    ),
    `${command("current-context")} >/dev/null 2>&1 || ${command("use-context", current)}`,
  ];
}

type Cluster = Kubeconfig["clusters"][number]["cluster"];

const authorityOf = (cluster: Cluster) =>
  "certificate-authority-data" in cluster ? [cluster["certificate-authority-data"]] : [];

const serverNameOf = (cluster: Cluster) =>
  "tls-server-name" in cluster ? [`--tls-server-name=${cluster["tls-server-name"]}`] : [];

const proxyOf = (cluster: Cluster) => ("proxy-url" in cluster ? [`--proxy-url=${cluster["proxy-url"]}`] : []);

const command = (...words: readonly string[]) => ["kubectl", "config", ...words].map(shellWord).join(" ");

/** kubectl takes more than one between commas: pflag, StringSlice, which reads CSV. */
const inList = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
