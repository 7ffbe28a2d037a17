import { reachesCluster } from "../../../model/rbac/role-dangers";
import { written } from "../../mistake";
import type { Finder } from "../found";
import { givenRoles, whereInWords } from "./given-roles";

/** The role of Kubernetes that allows everything; what a role of the file with as much is called, `wildcards` tells. */
export const clusterAdmin: Finder = function* (access) {
  for (const given of givenRoles(access)) {
    if (given.isOwn || given.name !== "cluster-admin") continue;
    const who = written(["groups", given.group]);
    const where = given.by === "" ? ` ${whereInWords(given)}` : given.by;
    yield [
      given.path,
      given.by === ""
        ? `is "cluster-admin", so ${who} may do everything${where}`
        : `names ${who}, which gets cluster-admin${where}`,
      undefined,
      reachesCluster(given.grant) ? "high" : "medium",
    ];
  }
};
