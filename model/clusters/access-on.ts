import type { Access } from "../../config/schema/access";
import { onceFor } from "../once-for";
import { own } from "../own";

type Seeing = Pick<Access, "clusters" | "login">;

/**
 * An access file as one cluster sees people. An AKS cluster asks Azure's own application: nobody has to be assigned to it, and
 * its tokens list groups that contain others too, whatever `login` says.
 *
 * @param cluster key of the cluster
 */
export function accessOn<A extends Seeing>(access: A, cluster: string): A {
  return own(access.clusters, cluster)?.aks === undefined ? access : (byAzure(access) as A);
}

const byAzure = onceFor((access: Seeing): Seeing => {
  return { ...access, login: { ...access.login, assignment: "optional", groups: { prefix: "", emit: "security" } } };
});
