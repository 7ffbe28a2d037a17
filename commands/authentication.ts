import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { readsConfiguration } from "../model/authentication/authentication-configuration";
import { clusterAuthenticators } from "../model/authentication/cluster-authenticator";
import { leavesReserved } from "../model/authentication/user-rules";
import type { ApiServerSettings } from "../model/clusters/api-server-settings";
import { own } from "../model/own";
import { isOpenShiftFormat, type ApiServerFormat, type AuthenticationFormat } from "./authentication/formats";
import { inOpenShiftFormat, openshiftFormat } from "./authentication/in-openshift-format";
import { inFormat, type InFormat } from "./authentication/in-format";
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
  /** @default - authentication-config, or what the kind of the cluster is told in */
  readonly format?: AuthenticationFormat | undefined;
  /** @default - the only cluster of the access file */
  readonly cluster?: string | undefined;
  /** @default - the output of the stack `login` */
  readonly clientId?: string | undefined;
  /** @default - 1.34, whose form every later one reads */
  readonly kubernetes?: string | undefined;
}

/** Prints what an API server that you start yourself has to be told, so that it trusts the login. */
export function authentication(options: AuthenticationOptions): ExitCode | Promise<ExitCode> {
  const { file, json } = options;
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    const progress = new Progress();
    try {
      const { value, text, besides } = await formOf(accessFile, options, progress);
      if (json) printJson(value);
      else print(text);
      for (const sentence of besides) say(sentence);
      return 0;
    } finally {
      progress.end();
    }
  };
  return withAccessFile(file, run, { json });
}

interface Form extends InFormat {
  /** Sentences that are said beside it. */
  readonly besides: readonly string[];
}

async function formOf(
  file: AccessFile,
  { cluster: named, clientId: given, kubernetes, format }: AuthenticationOptions,
  progress: Progress,
): Promise<Form> {
  const { access } = file;
  const key = knownCluster(access, named);
  const cluster = own(access.clusters, key);
  const clientId = async () => clientIdOption(given) ?? (await deployedClientId(file, progress));
  switch (cluster?.kind) {
    case undefined:
    case "eks":
      throw new NoAnswer(setByAws(key));
    case "aks":
      throw new NoAnswer(setByAzure(key));
    case "openshift": {
      if (format !== undefined && !isOpenShiftFormat(format)) throw new NoAnswer(notOpenShift(key, format));
      // What cannot be printed is refused before the login is asked for.
      const chosen = openshiftFormat(key, cluster.openshift, format);
      return { ...inOpenShiftFormat(access, cluster, await clientId(), chosen), besides: ofAro(chosen) };
    }
    case "kubernetes": {
      const chosen = format ?? "authentication-config";
      if (isOpenShiftFormat(chosen)) throw new NoAnswer(onlyOpenShift(key, chosen));
      const version = kubernetesOption(kubernetes) ?? usualVersion;
      const authenticators = clusterAuthenticators(access, cluster, await clientId());
      const settings = { authenticators, kubernetes: version };
      return { ...inFormat(settings, chosen), besides: toldBesides(settings, chosen) };
    }
  }
}

const notOpenShift = (key: string, format: string) =>
  `--format ${format} is for API servers that you start yourself, and clusters.${key} is an OpenShift cluster; leave the option out`;

const onlyOpenShift = (key: string, format: string) =>
  `--format ${format} is for OpenShift clusters, and clusters.${key} is of the kind "kubernetes"; leave the option out`;

const ofAro = (format: AuthenticationFormat | undefined) => (format === "aro" ? [aroCommand] : []);

/** learn.microsoft.com/rest/api: PUT of an externalAuths resource below its cluster. */
const aroCommand =
  "Save this as body.json, and run az rest --method put --body @body.json --url with the address of the externalAuths resource below your cluster, such as https://management.azure.com/subscriptions/<subscription>/resourceGroups/<group>/providers/Microsoft.RedHatOpenShift/hcpOpenShiftClusters/<cluster>/externalAuths/<name>?api-version=2026-09-01-preview";

const setByAws = (key: string) =>
  `clusters.${key} is an EKS cluster: the stack "eks-${key}" tells AWS what to trust, and nobody can set the flags of its API server`;

const setByAzure = (key: string) =>
  `clusters.${key} is an AKS cluster: its API server takes tokens of Azure's own application, and nobody can set its flags`;

/** What the flags leave open, and the file does not. */
function toldBesides({ authenticators, kubernetes }: ApiServerSettings, format: ApiServerFormat): string[] {
  const byFlags = format === "flags" || !readsConfiguration(kubernetes);
  const isOpen = authenticators.some((one) => [one.usernamePrefix, one.groupsPrefix].some(leavesReserved));
  return byFlags && isOpen ? [unreserved] : [];
}

const unreserved =
  "Flags do not refuse names that begin with system:, which Kubernetes reserves. Set login.username.prefix and login.groups.prefix, or use --format authentication-config, which refuses them";
