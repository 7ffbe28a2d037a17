import { stackKinds } from "../../../model/clusters/own-stack";
import { withdrawCommand } from "../../../model/terraform/deploy-command";
import type { Program } from "./program";

const ofCluster = new RegExp(`^(?:rbac|${stackKinds.join("|")})-(.+)$`);
const ofOpenShift = /^openshift-(.+)$/;
const ofClient = /^client-(.+)$/;

/** How to take away what only stands in a state once its entry is out of the access file. */
const ways: Readonly<Record<string, string>> = {
  portal: "put the portal back, run npx cdktf destroy portal, then take it out",
  credentials: "set login.kubectl back to confidential, run npx cdktf destroy credentials, then change it",
};

/**
 * What stays behind, a sentence each: CDKTF knows nothing of a stack that the access file does not make any more, so no
 * deployment takes its resources away. The other stacks hold only requests that were sent.
 *
 * @param renamed keys of clusters that had another key before, with that key
 */
export function leftBehind(
  before: Program,
  after: Program,
  renamed: ReadonlyMap<string, string> = new Map(),
): string[] {
  const gone = [...before.values()].filter(({ name, resources }) => !after.has(name) && resources.size > 0);
  // An entry of another kind keeps one of its two stacks: it has moved.
  const clusters = new Set(
    gone.flatMap(({ name }) => ofCluster.exec(name)?.[1] ?? []).filter((cluster) => !after.has(`rbac-${cluster}`)),
  );
  const held = (names: readonly string[]) =>
    gone.filter(({ name }) => names.includes(name)).flatMap(({ resources }) => [...resources.keys()]).length;
  return [
    ...[...clusters].map((cluster) => {
      const count = held(["rbac", ...stackKinds].map((kind) => `${kind}-${cluster}`));
      const withdraw = withdrawCommand(cluster, kindIn(before, cluster));
      const [now] = [...renamed].find(([, old]) => old === cluster) ?? [];
      if (now !== undefined) {
        return `clusters.${now} is the cluster that clusters.${cluster} was, and nothing takes away what is on it (${resources(count)}), so that the same cannot be made again: first write ${cluster} in place of ${now}, with state: absent, run ${withdraw}, then write ${now}.`;
      }
      return `The access file has no cluster ${cluster} any more, so nothing takes away what is on it (${resources(count)}): put the entry back with state: absent, run ${withdraw}, then delete it.`;
    }),
    ...gone.flatMap(({ name }) => {
      const [, client] = ofClient.exec(name) ?? [];
      if (client === undefined) return [];
      return `The access file has no stack ${name} any more, so nothing takes away what it made: put clients.${client} back as it was, run npx cdktf destroy ${name}, then change it.`;
    }),
    ...gone.flatMap(({ name }) => {
      const [, cluster] = ofOpenShift.exec(name) ?? [];
      if (cluster === undefined || !after.has(`rbac-${cluster}`)) return [];
      return `The access file has no stack ${name} any more, so nothing takes away what it made: put clusters.${cluster}.openshift back as it was, run npx cdktf destroy ${name}, then change it.`;
    }),
    ...Object.entries(ways).flatMap(([name, way]) =>
      after.has(name) || held([name]) === 0
        ? []
        : [`The access file has no stack ${name} any more, so nothing takes away what it made: ${way}.`],
    ),
  ];
}

/** As far as its stacks tell it. */
const kindIn = (program: Program, cluster: string) => stackKinds.find((kind) => program.has(`${kind}-${cluster}`));

const resources = (count: number) => (count === 1 ? "1 resource" : `${String(count)} resources`);
