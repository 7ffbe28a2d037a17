import { fstatSync } from "node:fs";
import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { isEksEndpoint } from "../model/clusters/eks-endpoint";
import { kubeconfig as kubeconfigOf, kubeconfigAmongOthers, type KubeconfigProps } from "../model/clusters/kubeconfig";
import { presentClusters } from "../model/clusters/present-clusters";
import { signInProgram } from "../model/clusters/sign-in-programs";
import { tokensOf } from "../model/clusters/tokens-of";
import { wayTo } from "../model/clusters/way-to";
import type { SignInWay } from "../model/login/sign-in-arguments";
import { own } from "../model/own";
import type { PlacedAccess } from "../model/placed-access";
import { knownCluster } from "./clusters/known-cluster";
import { configCommands } from "./kubeconfig/config-commands";
import { connections } from "./kubeconfig/connections";
import { defaultKubeconfig, mergeInto } from "./kubeconfig/merged-file";
import { mergedInWords } from "./kubeconfig/merged-in-words";
import { checkWay, sayOAuth, sayWay, sayWayToAks } from "./kubeconfig/way";
import { printDeployed, type PrintDeployedOptions } from "./states/print-deployed";
import { say } from "./terminal/print";
import type { Progress } from "./terminal/progress";
import type { ExitCode } from "./with-access-file";

export interface KubeconfigOptions extends PrintDeployedOptions, SignInWay {
  /**
   * Keys of the clusters.
   *
   * @default - every cluster of the access file that is not to be absent
   */
  readonly cluster?: readonly string[] | undefined;
  /**
   * A kubeconfig that is added to; true is the one that kubectl itself would add to.
   *
   * @default - it is printed
   */
  readonly mergeInto?: string | true | undefined;
  /**
   * Print the commands with which kubectl writes the kubeconfig.
   *
   * @default false
   */
  readonly printCommands?: boolean | undefined;
  /**
   * Sign in with Azure's kubelogin, which is refused.
   *
   * @default false
   */
  readonly azure?: boolean | undefined;
}

/** Prints a kubeconfig from the outputs of the stacks, puts it into another, or prints how kubectl does that. */
export function kubeconfig({
  cluster,
  mergeInto: into,
  printCommands,
  ...options
}: KubeconfigOptions): Promise<ExitCode> {
  const propsOf = (file: AccessFile, progress: Progress) => connect(file, cluster, options, progress);
  if (into !== undefined) {
    const merged = async (file: AccessFile, progress: Progress) => {
      const config = kubeconfigAmongOthers(await propsOf(file, progress));
      const contexts = config.contexts.map(({ name }) => name);
      return { contexts, ...mergeInto(into === true ? defaultKubeconfig(process.env) : into, config) };
    };
    return printDeployed(options, merged, mergedInWords);
  }
  if (printCommands === true) {
    const commands = async (file: AccessFile, progress: Progress) => {
      if (file.access.login.kubectl === "confidential") throw new NoAnswer(secretInArguments);
      return { commands: configCommands(kubeconfigAmongOthers(await propsOf(file, progress))) };
    };
    return printDeployed(options, commands, ({ commands: lines }) => lines.join("\n"));
  }
  return printDeployed(options, async (file, progress) => {
    const config = kubeconfigOf(await propsOf(file, progress));
    if (file.access.login.kubectl === "confidential" && isReadByOthers(stdout)) {
      say(
        "This kubeconfig contains the client secret, and others on this machine can read the file. Run chmod 600 on it",
      );
    }
    return config;
  });
}

async function connect(
  file: AccessFile,
  cluster: readonly string[] | undefined,
  options: Omit<KubeconfigOptions, "cluster" | "mergeInto" | "printCommands">,
  progress: Progress,
): Promise<KubeconfigProps> {
  if (options.azure === true) throw new NoAnswer(azureRefused);
  const known = presentClusters(file.access).map(([name]) => name);
  const names = [...new Set(cluster ?? known)].map((name) => knownCluster(file.access, name));
  if (names.length === 0) throw new NoAnswer(`${options.file} has no clusters, so there is nothing to connect to`);
  const { deviceCode, headless, tokenCache } = options;
  const way = { deviceCode, headless, tokenCache };
  const onAks = names.filter((name) => signInProgram(own(file.access.clusters, name)) === "azure-kubelogin");
  const ofLogin = names.some((name) => tokensOf(own(file.access.clusters, name)) === "login");
  if (ofLogin) checkWay(file, options.file, way);
  const props = await connections(file, names, way, progress);
  sayForeign(props, file);
  if (ofLogin) sayWay(way);
  sayWayToAks(onAks, way);
  sayOAuth(props);
  return props;
}

/** docs/decisions/0021-id-tokens-by-int128.md */
const azureRefused =
  "--plugin azure does not work here, because Azure's kubelogin sends an access token and this application is set up for ID tokens; leave the option out";

const secretInArguments =
  "--print-commands would put the client secret into the arguments of a command, which others on the machine can read; use --merge-into instead";

/** A state may lead anywhere, and whoever answers there gets the ID tokens of all who follow. */
export function sayForeign({ clusters }: KubeconfigProps, { access }: PlacedAccess): void {
  for (const { name, endpoint } of clusters) {
    const cluster = own(access.clusters, name);
    // Of another cluster the operator's own kubeconfig tells.
    const way = cluster === undefined ? undefined : wayTo(cluster);
    if (way?.by === "kubeconfig") continue;
    const { region } = way?.eks ?? { region: "" };
    if (isEksEndpoint(endpoint, region)) continue;
    say(
      `clusters.${name}: the state of "eks-${name}" says that its API server is ${endpoint}, which is not an EKS address in ${region}. Compare it with aws eks describe-cluster, because people's tokens are sent there`,
    );
  }
}

const stdout = 1;

/** Whether what a descriptor leads to is a file that not only its owner can read. */
export function isReadByOthers(descriptor: number): boolean {
  const stat = fstatSync(descriptor);
  return process.platform !== "win32" && stat.isFile() && (stat.mode & 0o077) !== 0;
}
