import { stringify } from "yaml";
import type { AccessFile } from "../config/load";
import { didYouMean } from "../config/suggestion";
import { kubeconfig as kubeconfigOf, type ClusterConnection } from "../model/kubeconfig";
import { own } from "../model/own";
import { presentClusters } from "../model/present-clusters";
import { clientSecret } from "./client-secret";
import { NotDeployed } from "./not-deployed";
import { print, printJson, say } from "./print";
import { Progress } from "./progress";
import { stackOutputs } from "./stack-outputs";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface KubeconfigOptions {
  readonly file: string;
  /**
   * Keys of the clusters.
   *
   * @default - every cluster of the access file that is not to be absent
   */
  readonly cluster?: readonly string[];
  /** Print JSON, which is a kubeconfig too, instead of YAML. */
  readonly json: boolean;
}

/** Prints a kubeconfig from the outputs of the stacks. */
export async function kubeconfig({ file, cluster, json }: KubeconfigOptions): Promise<ExitCode> {
  return withAccessFile(file, async (accessFile): Promise<ExitCode> => {
    const known = presentClusters(accessFile.access).map(([name]) => name);
    const names = cluster ?? known;
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) return refuse(noSuchCluster(unknown, known));
    if (names.length === 0) return refuse(`${file} has no clusters, so there is nothing to connect to`);
    const progress = new Progress();
    try {
      const config = await connect(accessFile, names, progress);
      if (json) printJson(config);
      else print(stringify(config, { lineWidth: 0 }));
      return 0;
    } catch (error) {
      if (!(error instanceof NotDeployed)) throw error;
      return refuse(error.message);
    } finally {
      progress.end();
    }
  });
}

/**
 * A kubeconfig for these clusters, from the outputs of their stacks.
 *
 * @throws NotDeployed if a stack is not deployed
 */
export async function connect(
  file: Pick<AccessFile, "access" | "directory">,
  names: readonly string[],
  progress?: Progress,
) {
  const { client_id, issuer_url } = await stackOutputs(file, "login", ["client_id", "issuer_url"], progress);
  const clusters: ClusterConnection[] = [];
  // One after the other: each may be a run of Terraform.
  for (const name of names) {
    const outputs = await stackOutputs(file, `eks-${name}`, ["endpoint", "certificate_authority"], progress);
    const { proxyUrl } = own(file.access.clusters, name)?.eks ?? {};
    clusters.push({
      name,
      endpoint: outputs.endpoint,
      certificateAuthority: outputs.certificate_authority,
      ...(proxyUrl === undefined ? {} : { proxyUrl }),
    });
  }
  const settings = file.access.login;
  const secret = settings.kubectl === "confidential" ? { clientSecret: clientSecret(file) } : {};
  return kubeconfigOf({ clusters, issuerUrl: issuer_url, clientId: client_id, settings, ...secret });
}

function noSuchCluster(name: string, known: readonly string[]): string {
  const hint = didYouMean(name, known);
  return `--cluster must name a cluster of the access file, got "${name}"${hint === undefined ? "" : `; ${hint}`}`;
}

function refuse(sentence: string): ExitCode {
  say(sentence);
  return 2;
}
