import { fstatSync } from "node:fs";
import { NoAnswer } from "../config/no-answer";
import { EksOutputs } from "../config/states/outputs";
import { didYouMean } from "../config/text/suggestion";
import { isEksEndpoint } from "../model/clusters/eks-endpoint";
import { kubeconfig as kubeconfigOf, type ClusterConnection } from "../model/clusters/kubeconfig";
import { presentClusters } from "../model/clusters/present-clusters";
import { own } from "../model/own";
import type { PlacedAccess } from "../model/placed-access";
import { deployedLogin } from "./login/deployed-login";
import { printDeployed, type PrintDeployedOptions } from "./states/print-deployed";
import { stackOutputs } from "./states/stack-outputs";
import { say } from "./terminal/print";
import type { Progress } from "./terminal/progress";
import type { ExitCode } from "./with-access-file";

export interface KubeconfigOptions extends PrintDeployedOptions {
  /**
   * Keys of the clusters.
   *
   * @default - every cluster of the access file that is not to be absent
   */
  readonly cluster?: readonly string[];
}

/** Prints a kubeconfig from the outputs of the stacks. */
export function kubeconfig({ cluster, ...options }: KubeconfigOptions): Promise<ExitCode> {
  return printDeployed(options, async (file, progress) => {
    const known = presentClusters(file.access).map(([name]) => name);
    const names = cluster ?? known;
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) throw new NoAnswer(noSuchCluster(unknown, known));
    if (names.length === 0) throw new NoAnswer(`${options.file} has no clusters, so there is nothing to connect to`);
    const config = await connect(file, names, progress);
    sayForeign(config, file);
    if (file.access.login.kubectl === "confidential" && isReadByOthers(stdout)) {
      say(
        "This kubeconfig contains the client secret, and others on this machine can read the file. Run chmod 600 on it",
      );
    }
    return config;
  });
}

/** A state may lead anywhere, and whoever answers there gets the ID tokens of all who follow. */
export function sayForeign({ clusters }: ReturnType<typeof kubeconfigOf>, { access }: PlacedAccess): void {
  for (const { name, cluster } of clusters) {
    const { region } = own(access.clusters, name)?.eks ?? { region: "" };
    if (isEksEndpoint(cluster.server, region)) continue;
    say(
      `clusters.${name}: the state of "eks-${name}" says that its API server is ${cluster.server}, which is not an EKS address in ${region}. Compare it with aws eks describe-cluster, because people's tokens are sent there`,
    );
  }
}

const stdout = 1;

/** Whether what a descriptor leads to is a file that not only its owner can read. */
export function isReadByOthers(descriptor: number): boolean {
  const stat = fstatSync(descriptor);
  return process.platform !== "win32" && stat.isFile() && (stat.mode & 0o077) !== 0;
}

/**
 * A kubeconfig for these clusters, from the outputs of their stacks. Where people sign in, the access file says.
 *
 * @throws NotDeployed if a stack is not deployed
 * @throws UntrustedState if a state says what this program never does
 */
export async function connect(file: PlacedAccess, names: readonly string[], progress?: Progress) {
  const login = await deployedLogin(file, progress);
  const clusters: ClusterConnection[] = [];
  // One after the other: each may be a run of Terraform.
  for (const name of names) {
    const outputs = await stackOutputs(file, `eks-${name}`, EksOutputs, progress);
    const { proxyUrl } = own(file.access.clusters, name)?.eks ?? {};
    clusters.push({
      name,
      endpoint: outputs.endpoint,
      certificateAuthority: outputs.certificate_authority,
      ...(proxyUrl === undefined ? {} : { proxyUrl }),
    });
  }
  return kubeconfigOf({ clusters, ...login });
}

function noSuchCluster(name: string, known: readonly string[]): string {
  const hint = didYouMean(name, known);
  return `--cluster must name a cluster of the access file, got "${name}"${hint === undefined ? "" : `; ${hint}`}`;
}
