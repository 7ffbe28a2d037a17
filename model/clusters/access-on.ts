import type { Access } from "../../config/schema/access";
import { onceFor } from "../once-for";
import { own } from "../own";
import { presentClusters } from "./present-clusters";
import { tokensOf, type Issuing } from "./tokens-of";

type Seeing = Pick<Access, "clusters" | "login">;

/**
 * An access file as one cluster sees people. An AKS cluster asks Azure's own application: nobody has to be assigned to it, and
 * its tokens list groups that contain others too, whatever `login` says.
 *
 * @param cluster key of the cluster
 */
export const accessOn = <A extends Seeing>(access: A, cluster: string): A =>
  views[tokensOf(own(access.clusters, cluster))](access) as A;

const asItIs = (access: Seeing): Seeing => access;

const views: Readonly<Record<Issuing, (access: Seeing) => Seeing>> = {
  login: asItIs,
  "oauth-server": asItIs,
  azure: onceFor((access: Seeing): Seeing => {
    return { ...access, login: { ...access.login, assignment: "optional", groups: { prefix: "", emit: "security" } } };
  }),
};

/** Key of a cluster that sees people in every group in which any cluster does; none where each sees what the login tells. */
export const clusterSeeingMost = (access: Seeing): string =>
  presentClusters(access).find(([key]) => accessOn(access, key) !== access)?.[0] ?? "";
