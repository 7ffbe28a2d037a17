import type { AccessFile } from "../config/load";
import { presentClusters } from "../model/clusters/present-clusters";
import { knownCluster } from "./clusters/known-cluster";
import { application } from "./doctor/application";
import { association } from "./doctor/association";
import { clusterEndpoints } from "./doctor/cluster-endpoints";
import { deployedStacks, type NamedCluster } from "./doctor/deployed";
import { environment } from "./doctor/environment";
import { about, type Finding } from "./doctor/finding";
import { findingsInLines } from "./doctor/findings-in-lines";
import { issuer } from "./doctor/issuer";
import { peopleKubeconfig } from "./doctor/people-kubeconfig";
import { stackStates } from "./doctor/stack-states";
import { thisMachine, type Surroundings } from "./doctor/surroundings";
import { tokenCache } from "./doctor/token-cache";
import { tools } from "./doctor/tools";
import { unanswered } from "./https/unanswered";
import { print, printJson } from "./terminal/print";
import { Progress } from "./terminal/progress";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface DoctorOptions {
  readonly file: string;
  /** Print one JSON object instead of lines. */
  readonly json: boolean;
  /**
   * Keys of the clusters.
   *
   * @default - every cluster of the access file that is not to be absent
   */
  readonly cluster?: readonly string[];
  /** @default - the machine that it runs on */
  readonly surroundings?: Surroundings;
}

/**
 * Looks at everything that signing in and deploying rest on. The machine is examined even if the access file is of no use.
 *
 * @returns 1 if something is broken
 */
export async function doctor({ file, json, cluster, surroundings = thisMachine() }: DoctorOptions): Promise<ExitCode> {
  const progress = new Progress();
  const show = (findings: readonly Finding[]): ExitCode => {
    if (json) printJson({ findings });
    else print(findingsInLines(findings));
    return findings.some(({ severity }) => severity === "broken") ? 1 : 0;
  };
  const read: AccessFile[] = [];
  try {
    progress.tell("Looking at this machine, Entra, AWS and the clusters");
    const code = await withAccessFile(
      file,
      (accessFile): Promise<ExitCode> => {
        read.push(accessFile);
        return examined(accessFile, clustersOf(accessFile, cluster), surroundings).then(show);
      },
      { json },
    );
    if (read.length === 0) show([...(await machine(undefined, surroundings)), unread(file)]);
    return code;
  } finally {
    progress.end();
  }
}

function clustersOf({ access }: AccessFile, wanted: readonly string[] | undefined): NamedCluster[] {
  const named = wanted?.map((key) => knownCluster(access, key));
  return presentClusters(access).filter(([key]) => named?.includes(key) ?? true);
}

async function examined(
  file: AccessFile,
  clusters: readonly NamedCluster[],
  surroundings: Surroundings,
): Promise<Finding[]> {
  const { access } = file;
  const deployed = await deployedStacks(file, clusters, surroundings);
  const found = await Promise.all([
    machine(access, surroundings),
    probed("issuer", () => issuer(access, surroundings)),
    probed("cluster-endpoints", () => clusterEndpoints(clusters, deployed, surroundings)),
    probed("stack-states", () => stackStates(file)),
    probed("association", () => association(access, clusters, deployed, surroundings)),
    probed("application", () => application(access, deployed, surroundings)),
    probed("people-kubeconfig", () => peopleKubeconfig(access, deployed, surroundings)),
    probed("token-cache", () => tokenCache(access, deployed, surroundings)),
  ]);
  return found.flat();
}

async function machine(access: AccessFile["access"] | undefined, surroundings: Surroundings): Promise<Finding[]> {
  return [
    ...(await probed("tools", () => tools(access, surroundings))),
    ...(await probed("environment", () => environment(access, surroundings))),
  ];
}

/** One probe that fails must not hide what the others found. */
async function probed(subject: string, probe: () => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await probe();
  } catch (error) {
    return [about(subject).notLookedAt("failed", `${subject}: ${unanswered(error).reason}`)];
  }
}

const unread = (file: string) =>
  about("access-file").broken(
    "access-file",
    `${file} cannot be used, so nothing that it is about was looked at`,
    "npx entra-eks check says why",
  );
