import type { Cluster, ClusterOf } from "../../config/schema/access";
import type { Kind } from "../../config/schema/clusters/kinds";

/**
 * A cluster if it is of this kind: for what one kind alone has. What clusters of each kind differ in is a `switch` or a table
 * instead, which does not compile without every kind.
 */
export const ofKind = <K extends Kind>(cluster: Cluster | undefined, kind: K): ClusterOf<K> | undefined =>
  cluster?.kind === kind ? (cluster as ClusterOf<K>) : undefined;
