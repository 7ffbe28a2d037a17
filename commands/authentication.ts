import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { readsConfiguration } from "../model/authentication/authentication-configuration";
import { clusterAuthenticators } from "../model/authentication/cluster-authenticator";
import { leavesReserved } from "../model/authentication/user-rules";
import type { ApiServerSettings } from "../model/clusters/api-server-settings";
import { own } from "../model/own";
import type { AuthenticationFormat } from "./authentication/formats";
import { inFormat } from "./authentication/in-format";
import { knownCluster } from "./clusters/known-cluster";
import { kubernetesOption } from "./clusters/kubernetes-option";
import { usualVersion } from "./explain/cluster-version";
import { clientIdOption } from "./login/client-id-option";
import { deployedClientId } from "./login/deployed-login";
import { print, printJson, say } from "./terminal/print";
import { Progress } from "./terminal/progress";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface AuthenticationOptions {
  readonly file: string;
  readonly json: boolean;
  readonly format: AuthenticationFormat;
  /** @default - the only cluster of the access file */
  readonly cluster?: string | undefined;
  /** @default - the output of the stack `login` */
  readonly clientId?: string | undefined;
  /** @default - 1.34, whose form every later one reads */
  readonly kubernetes?: string | undefined;
}

/** Prints what an API server that you start yourself has to be told, so that it trusts the login. */
export function authentication(options: AuthenticationOptions): ExitCode | Promise<ExitCode> {
  const { file, json, format } = options;
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    const progress = new Progress();
    try {
      const settings = await settingsOf(accessFile, options, progress);
      const { value, text } = inFormat(settings, format);
      if (json) printJson(value);
      else print(text);
      for (const sentence of toldBesides(settings, format)) say(sentence);
      return 0;
    } finally {
      progress.end();
    }
  };
  return withAccessFile(file, run, { json });
}

async function settingsOf(
  file: AccessFile,
  { cluster: named, clientId, kubernetes }: AuthenticationOptions,
  progress: Progress,
): Promise<ApiServerSettings> {
  const { access } = file;
  const key = knownCluster(access, named);
  const cluster = own(access.clusters, key);
  if (cluster?.kubernetes === undefined)
    throw new NoAnswer(cluster?.aks === undefined ? setByAws(key) : setByAzure(key));
  const version = kubernetesOption(kubernetes) ?? usualVersion;
  const id = clientIdOption(clientId) ?? (await deployedClientId(file, progress));
  return { authenticators: clusterAuthenticators(access, cluster, id), kubernetes: version };
}

const setByAws = (key: string) =>
  `clusters.${key} is an EKS cluster: the stack "eks-${key}" tells AWS what to trust, and nobody can set the flags of its API server`;

const setByAzure = (key: string) =>
  `clusters.${key} is an AKS cluster: its API server takes tokens of Azure's own application, and nobody can set its flags`;

/** What the flags leave open, and the file does not. */
function toldBesides({ authenticators, kubernetes }: ApiServerSettings, format: AuthenticationFormat): string[] {
  const byFlags = format === "flags" || !readsConfiguration(kubernetes);
  const isOpen = authenticators.some((one) => [one.usernamePrefix, one.groupsPrefix].some(leavesReserved));
  return byFlags && isOpen ? [unreserved] : [];
}

const unreserved =
  "Flags do not refuse names that begin with system:, which Kubernetes reserves. Set login.username.prefix and login.groups.prefix, or use --format authentication-config, which refuses them";
