import type { Access, Cluster } from "../../../config/schema/access";
import type { Rights } from "./rights";

/** The rights of somebody in one file. */
export interface Side {
  /** As far as it decides what OpenShift gives beside the file. */
  readonly cluster: Cluster | undefined;
  readonly access: Pick<Access, "roles">;
  readonly rights: Rights;
  /** Whether the cluster lets the person in, who then may do what everybody may. */
  readonly isIn: boolean;
}
