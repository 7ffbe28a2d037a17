import type { Access, Cluster } from "../../../config/schema/access";
import { isOpenShift } from "../../clusters/distribution";
import { clusterSeeingMost } from "../../clusters/access-on";
import { membershipsOn } from "../../clusters/memberships-on";
import { Comparison } from "./beyond";
import type { HoldersChange } from "./holders-change";
import { comparedClusters, type ComparedCluster } from "./compared-clusters";
import { differencesOf } from "./difference";
import type { Standing } from "./holders";
import { changesOfKnown, knownPeople } from "./known-people";
import { grantsByGroup, noRights, rightsOf } from "./rights";
import { signInClass } from "../sign-in";
import { signInChangesOf, type OnCluster } from "./sign-in-changes";

/** What follows from a holder's standing in two files. */
export interface ComparedStandings {
  /** The same text for holders who gain and lose the same. */
  readonly keyOf: (was: Standing, is: Standing) => string;
  readonly changeFor: (was: Standing, is: Standing) => Omit<HoldersChange, "holders" | "openings">;
}

/** Work that is done once for two files. */
export function standingsIn(before: Access, after: Access): ComparedStandings {
  const clusters = comparedClusters(before, after);
  const comparison = new Comparison();
  const sides = [
    readerOf(before, clusters, ({ before }) => before),
    readerOf(after, clusters, ({ after }) => after),
  ] as const;
  const [old, young] = sides;
  const knownOn = new Map(
    clusters.map((cluster) => {
      const known = knownPeople(before, after, cluster);
      return [cluster, known === undefined ? [] : changesOfKnown(known)];
    }),
  );
  return {
    keyOf: (was, is) => `${old.keyOf(was)}\n${young.keyOf(is)}`,
    changeFor: (was, is) => {
      const [standingThen, standingNow] = [old.read(was), young.read(is)];
      const changes = clusters.map((cluster) => {
        const [then, now] = [standingThen(cluster), standingNow(cluster)];
        const placed = { cluster: cluster.name };
        const gains = differencesOf(comparison, now, then).map((one) => ({ ...one, ...placed }));
        const losses = differencesOf(comparison, then, now).map((one) => ({ ...one, ...placed }));
        const isBare = gains.length + losses.length === 0;
        return {
          gains,
          losses,
          signIns: signInChangesOf(cluster, then, now, { isBare, ofKnown: knownOn.get(cluster) ?? [] }),
        };
      });
      return {
        gains: changes.flatMap(({ gains }) => gains),
        losses: changes.flatMap(({ losses }) => losses),
        signIns: changes.flatMap(({ signIns }) => signIns),
      };
    },
  };
}

function readerOf(
  access: Access,
  clusters: readonly ComparedCluster[],
  entryOf: (cluster: ComparedCluster) => Cluster | undefined,
) {
  const granted = grantsByGroup(access);
  const most = clusterSeeingMost(access);
  const first = new Map<string, string>();
  for (const cluster of clusters) {
    const entry = entryOf(cluster);
    if (entry !== undefined && !first.has(signInClass(entry))) first.set(signInClass(entry), cluster.key);
  }
  const classes = new Map(
    clusters.map((cluster) => {
      const entry = entryOf(cluster);
      return [cluster, entry === undefined ? undefined : signInClass(entry)];
    }),
  );
  return {
    keyOf: ({ memberships, signIn }: Standing): string =>
      JSON.stringify([
        [...memberships].filter(([group]) => granted.has(group)),
        [...membershipsOn(access, most, memberships)].filter(([group]) => granted.has(group)),
        [...first.values()].map(signIn),
      ]),
    read: ({ memberships, signIn }: Standing) => {
      const rights = rightsOf(access, memberships);
      const signIns = new Map([...first].map(([name, cluster]) => [name, signIn(cluster)]));
      return (cluster: ComparedCluster): OnCluster => {
        const name = classes.get(cluster);
        const seen = [entryOf(cluster), cluster.before, cluster.after].find(isOpenShift);
        const there = name === undefined ? undefined : signIns.get(name);
        const isIn = there !== undefined && there.taken !== "refused";
        const held = name === undefined ? undefined : rights.get(cluster.key);
        const applying = there?.taken === "with groups" ? held : undefined;
        return {
          access,
          cluster: seen,
          rights: applying ?? noRights,
          isIn,
          signIn: there,
          isGranted: held !== undefined,
        };
      };
    },
  };
}
