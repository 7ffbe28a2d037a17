import { highestRegion } from "../../../model/clusters/aws-regions";
import { eksClusters } from "../../../model/clusters/eks-clusters";
import type { Path } from "../../mistake";
import type { Access } from "../../schema/access";
import type { Warning } from "../warning";

/** AWS numbers the regions of an area in turn: a number far beyond the last one is a slip, the next ones may be there by now. */
const soon = 2;

export const farRegions: Warning = function* (access) {
  for (const [path, region] of regionsOf(access)) {
    const [, area = "", number = ""] = /^(.+)-(\d+)$/.exec(region) ?? [];
    const highest = highestRegion(area);
    if (Number(number) <= highest + soon) continue;
    yield [
      path,
      `is "${region}", but the last region of ${area} that this release knows is ${area}-${String(highest)}`,
      "If there is no such region, the deployment fails.",
    ];
  }
};

const regionsOf = ({ backend, ...access }: Access): [Path, string][] => [
  ...eksClusters(access).map(([key, { eks }]): [Path, string] => [["clusters", key, "eks", "region"], eks.region]),
  ...(backend.type === "s3" ? [[["backend", "region"], backend.region] satisfies [Path, string]] : []),
];
